//! The sandbox in process: without a socket, and on tokio's clock, which a test can pause.

use futures_util::{StreamExt, stream};
use http::header::CONTENT_LENGTH;
use tassel_core::transport::{
    Body, BoxError, Bytes, Request, Response, Transport, TransportError, async_trait,
};

use crate::exchange::{Outgoing, Transmission};
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
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        let Outgoing { delay, transmission } = self.sandbox.state().handle(self.vendor, false, request);
        if !delay.is_zero() {
            tokio::time::sleep(delay).await;
        }
        match transmission {
            Transmission::Answer(answer) => Ok(answer.map(Body::from)),
            Transmission::Drop => Err(TransportError::lost("connection closed before message completed")),
            Transmission::Truncate(answer) => Ok(answer.map(|body| {
                let half = body.slice(..body.len() / 2);
                let cut = BoxError::from("end of file before message length reached");
                Body::from_stream(stream::iter([Ok(half), Err(cut)]))
            })),
            Transmission::Endless(mut answer) => {
                // The length exceeds every limit, so that a client fails without reading up to its limit.
                answer.headers_mut().insert(CONTENT_LENGTH, (1_u64 << 62).into());
                Ok(answer.map(|body| {
                    let more = stream::repeat(Bytes::from_static(&[b' '; 4096]));
                    Body::from_stream(stream::iter([body]).chain(more).map(Ok::<_, BoxError>))
                }))
            }
        }
    }
}
