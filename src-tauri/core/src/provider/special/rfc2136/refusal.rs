//! What an answer without success means.

use hickory_proto::op::ResponseCode;
use hickory_proto::rr::rdata::tsig::TsigError;

use super::{FUDGE, Update};
use crate::reply::{Means, Reach, Reply};
use crate::time::MINUTE;

impl Update {
    /// The server names what is wrong with the signature (RFC 8945, 5.2). Such an answer cannot be signed itself.
    pub(super) fn signature_refused(&self, error: TsigError, other: &[u8]) -> Reply {
        let key = &self.key_name;
        match error {
            TsigError::BadKey => Reply::with_message(
                Means::BadAuth,
                format!("the server accepts no key named \"{key}\" with this algorithm for this change (BADKEY)"),
            ),
            TsigError::BadSig | TsigError::BadTrunc => Reply::with_message(
                Means::BadAuth,
                format!("the server has another secret for the key \"{key}\" (BADSIG)"),
            ),
            TsigError::BadTime => {
                Reply::with_message(Means::ServerTrouble, format!("{} (BADTIME)", self.clock_difference(other)))
            }
            TsigError::Unknown(code) => {
                Reply::with_message(Means::Unknown, format!("the server refused the signature (TSIG error {code})"))
            }
        }
    }

    /// The server's clock stands in the 48 bits of "other data".
    fn clock_difference(&self, other: &[u8]) -> String {
        let limit = u64::from(FUDGE);
        match other {
            bytes if bytes.len() == 6 => {
                let server = bytes.iter().fold(0, |time, byte| (time << 8) | u64::from(*byte));
                let difference = server.abs_diff(self.unix_time);
                let which = if server > self.unix_time { "behind" } else { "ahead of" };

                format!("this machine's clock is {difference} s {which} the server's; at most {limit} s are allowed")
            }
            _ => format!("the clocks of this machine and of the server differ by more than {limit} s"),
        }
    }

    /// A server that accepted the key signs whatever it answers (RFC 8945, 5.3).
    pub(super) fn refused(&self, code: ResponseCode, signed: bool) -> Reply {
        let (key, zone, server) = (&self.key_name, &self.zone, &self.server);
        let reply = match code {
            ResponseCode::NotAuth => Reply::with_message(
                Means::NoSuchHost,
                format!("{server} is not the primary server of the zone {zone} (NOTAUTH)"),
            ),
            // PowerDNS says so of a key that it does not know, and of a wrong secret.
            ResponseCode::Refused if !signed => Reply::with_message(
                Means::BadAuth,
                format!("the server takes no update with the key \"{key}\" and this secret (REFUSED, not signed)"),
            ),
            ResponseCode::Refused => Reply::with_message(
                Means::NotEntitled,
                format!("the server does not let the key \"{key}\" change this name (REFUSED)"),
            ),
            ResponseCode::NotZone => {
                Reply::with_message(Means::BadRequest, format!("the name does not lie in the zone {zone} (NOTZONE)"))
            }
            ResponseCode::FormErr => {
                Reply::with_message(Means::BadRequest, "the server could not read the update (FORMERR)")
            }
            ResponseCode::NotImp => {
                Reply::with_message(Means::BadRequest, "the server does not take dynamic updates (NOTIMP)")
            }
            ResponseCode::ServFail => Reply {
                retry_after: Some(MINUTE),
                ..Reply::with_message(Means::ServerTrouble, "the server could not carry out the update (SERVFAIL)")
            },
            ResponseCode::YXRRSet if !self.unread.is_empty() => Reply::with_message(
                Means::NotEntitled,
                "the server does not tell the key what the name has, and replacing it unseen could delete other addresses",
            ),
            // What was read a moment before is no longer there.
            ResponseCode::NXRRSet | ResponseCode::YXRRSet => Reply {
                retry_after: Some(MINUTE),
                ..Reply::with_message(
                    Means::ServerTrouble,
                    format!("{zone} is being changed by somebody else ({code})"),
                )
            },
            other => Reply::with_message(Means::Unknown, format!("the server answered {other}")),
        };
        // A refused name takes the whole message down with it.
        let many = self.hostnames.len() > 1;
        let by_name =
            (signed && code == ResponseCode::Refused) || matches!(code, ResponseCode::NotZone | ResponseCode::YXRRSet);

        Reply { alone: many && by_name, reach: by_name.then_some(Reach::Hostname), ..reply }
    }
}
