//! Faults of events.

use std::time::Duration;

use tassel_sandbox::{DeliveryState, Fault, FaultKind, Sandbox, Start, Webhook};

use super::{MEMBERS, URL, ask, finish, handed_over};

const SECOND: Duration = Duration::from_secs(1);

#[tokio::test(start_paused = true)]
async fn each_kind() {
    let [a, b, c, d] = MEMBERS;
    for (label, fault, at_once, later) in [
        ("nothing", None, vec![a, b, c, d], vec![]),
        ("the first lost", Some(Fault::new(FaultKind::LoseEvent).times(1)), vec![b, c, d], vec![]),
        ("all lost", Some(Fault::new(FaultKind::LoseEvent)), vec![], vec![]),
        ("two doubled", Some(Fault::new(FaultKind::DoubleEvent).times(2)), vec![a, a, b, b, c, d], vec![]),
        ("one late", Some(Fault::delay_event(SECOND * 30).times(1)), vec![b, c, d], vec![a]),
        ("all late", Some(Fault::delay_event(SECOND * 30)), vec![], vec![a, b, c, d]),
        (
            "of another vendor",
            Some(Fault { vendor: Some("falkor".to_owned()), ..Fault::new(FaultKind::LoseEvent) }),
            vec![a, b, c, d],
            vec![],
        ),
        (
            "this event",
            Some(Fault::new(FaultKind::LoseEvent).event("COURSEMEMBER_COMPLETED").times(3)),
            vec![d],
            vec![],
        ),
        (
            "another event",
            Some(Fault::new(FaultKind::LoseEvent).event("COURSEMEMBER_DELETED")),
            vec![a, b, c, d],
            vec![],
        ),
        ("never likely", Some(Fault::new(FaultKind::LoseEvent).probability(0.0)), vec![a, b, c, d], vec![]),
        ("of requests", Some(Fault::status(500)), vec![a, b, c, d], vec![]),
    ] {
        let sandbox = Sandbox::new();
        sandbox.register_webhook(Webhook::new("coursepath", URL)).unwrap();
        if let Some(fault) = fault {
            sandbox.fault(fault).unwrap();
        }
        MEMBERS.iter().for_each(|member| finish(&sandbox, *member));
        assert_eq!(handed_over(&sandbox), at_once, "{label}");
        tokio::time::advance(Duration::from_millis(29_999)).await;
        assert_eq!(handed_over(&sandbox), Vec::<usize>::new(), "{label}: not yet");
        tokio::time::advance(Duration::from_millis(1)).await;
        assert_eq!(handed_over(&sandbox), later, "{label}: later");
        let lost = sandbox.deliveries().iter().filter(|it| it.state == DeliveryState::Lost).count();
        let doubled = sandbox.deliveries().iter().filter(|it| it.faults == ["double_event"]).count() / 2;
        assert_eq!(lost + at_once.len() + later.len() - doubled, 4, "{label}: what was lost is shown");
    }
}

#[tokio::test(start_paused = true)]
async fn shuffled_but_not_lost() {
    let mut orders = std::collections::HashSet::new();
    for seed in 0..20 {
        let sandbox = Sandbox::start(Start { seed, empty: false });
        sandbox.register_webhook(Webhook::new("coursepath", URL)).unwrap();
        sandbox.fault(Fault::shuffle_events(SECOND)).unwrap();
        MEMBERS.iter().for_each(|member| finish(&sandbox, *member));
        let listed: Vec<_> = sandbox.deliveries().iter().map(|it| it.at).collect();
        assert!(listed.is_sorted(), "seed {seed}: in the order of sending");
        tokio::time::advance(SECOND).await;
        let mut members = handed_over(&sandbox);
        orders.insert(members.clone());
        members.sort_unstable();
        assert_eq!(members, MEMBERS, "seed {seed}");
    }
    assert!(orders.len() > 5, "{orders:?}");
}

#[tokio::test(start_paused = true)]
async fn several_at_once() {
    let sandbox = Sandbox::new();
    sandbox.register_webhook(Webhook::new("coursepath", URL)).unwrap();
    sandbox.fault(Fault::new(FaultKind::DoubleEvent).times(1)).unwrap();
    sandbox.fault(Fault::delay_event(SECOND).times(1)).unwrap();
    sandbox.fault(Fault::delay_event(SECOND).times(1)).unwrap();
    finish(&sandbox, MEMBERS[0]);
    let faults: Vec<_> = sandbox.deliveries().iter().map(|it| it.faults.clone()).collect();
    assert_eq!(faults, [["double_event", "delay_event", "delay_event"]; 2]);
    assert!(sandbox.faults().is_empty());
    tokio::time::advance(SECOND).await;
    assert!(handed_over(&sandbox).is_empty());
    sandbox.advance(SECOND);
    assert_eq!(handed_over(&sandbox), [MEMBERS[0]; 2], "by the sandbox's clock");
}

#[test]
fn faults_apply_to_each_webhook() {
    let sandbox = Sandbox::new();
    for _ in 0..2 {
        sandbox.register_webhook(Webhook::new("coursepath", URL)).unwrap();
    }
    sandbox.fault(Fault::new(FaultKind::LoseEvent).times(1)).unwrap();
    finish(&sandbox, MEMBERS[0]);
    let states: Vec<_> = sandbox.deliveries().iter().map(|it| it.state).collect();
    assert_eq!(states, [DeliveryState::Lost, DeliveryState::Waiting]);
}

#[tokio::test]
async fn with_a_probability() {
    let sandbox = Sandbox::new();
    sandbox.register_webhook(Webhook::new("coursepath", URL)).unwrap();
    sandbox.fault(Fault::new(FaultKind::LoseEvent).probability(0.3)).unwrap();
    for step in 0..1_000 {
        ask(&sandbox, "POST", "/courses/1043/members", &format!("email=n{step}@example.org")).await;
    }
    let arrived = sandbox.deliver(|_| 200);
    assert!((650..750).contains(&arrived), "{arrived}");
}

#[test]
fn invalid_faults_are_rejected() {
    let sandbox = Sandbox::new();
    for (fault, want) in [
        (Fault::new(FaultKind::DelayEvent), "a `delay_event` needs `milliseconds`"),
        (Fault::new(FaultKind::ShuffleEvents), "a `shuffle_events` needs `milliseconds`"),
        (
            Fault::new(FaultKind::LoseEvent).operation("members.create"),
            "a `lose_event` applies to events; name an `event`, not an `operation`",
        ),
        (
            Fault::status(500).event("COURSEMEMBER_CREATED"),
            "a `status` applies to requests; name an `operation`, not an `event`",
        ),
    ] {
        assert_eq!(sandbox.fault(fault).unwrap_err(), want);
    }
}
