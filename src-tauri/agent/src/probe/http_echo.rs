//! Services that answer an HTTPS request with the address that it came from.

use std::net::IpAddr;

use homeport_core::address::Family;
use homeport_core::echo::parse_echo;
use homeport_core::observation::SourceFault;
use url::Url;

use crate::transport::Transport;

pub(super) async fn ask(
    transport: &Transport,
    url: &Url,
    family: Family,
    through: Option<&str>,
) -> Result<IpAddr, SourceFault> {
    let body = transport.echo(url, family, through).await?;

    parse_echo(&body, family)
}
