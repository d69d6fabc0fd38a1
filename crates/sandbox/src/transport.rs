//! The sandbox in process: no socket, and time that tests can pause.

use async_trait::async_trait;
use bytes::Bytes;
use http::{Request, Response};
use tassel_core::{BodyFault, Context, Transport, TransportError};

use crate::exchange::{Fate, Outgoing};
use crate::sandbox::Sandbox;

/// A transport to one vendor in a sandbox.
#[derive(Debug, Clone)]
pub struct SandboxTransport {
    sandbox: Sandbox,
    vendor: &'static str,
}

impl SandboxTransport {
    pub(crate) fn new(sandbox: Sandbox, vendor: &'static str) -> Self {
        Self { sandbox, vendor }
    }
}

#[async_trait]
impl Transport for SandboxTransport {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Bytes>, TransportError> {
        let context = Context::of(request.extensions()).cloned();
        let Outgoing { delay, fate } = self.sandbox.state().handle(self.vendor, request);
        if !delay.is_zero() {
            tokio::time::sleep(delay).await;
        }
        let body_fault = |answer: Response<Bytes>, fault| {
            let (parts, _) = answer.into_parts();
            TransportError::Body { status: parts.status, headers: Box::new(parts.headers), fault }
        };
        match fate {
            Fate::Answer(answer) => Ok(answer),
            Fate::Drop => Err(TransportError::Lost("connection closed before message completed".into())),
            Fate::Truncate(answer) => {
                let fault = BodyFault::CutShort("end of file before message length reached".into());
                Err(body_fault(answer, fault))
            }
            Fate::Endless(answer) => match context {
                Some(context) => Err(body_fault(answer, BodyFault::TooLarge { limit: context.max_body() })),
                None => std::future::pending().await,
            },
        }
    }
}
