//! Options that most clients have under the same names.

use super::found::{Found, Why};

/// Takes an option that says nothing about a provider; `word` is its name as written, in which `-` and `_` are the same.
/// Returns whether it was one.
pub(super) fn common(found: &mut Found, line: usize, word: &str, value: &str) -> bool {
    let key = word.to_ascii_lowercase().replace('-', "_");
    let key = key.strip_prefix("noip_").unwrap_or(&key);
    let off = matches!(value.trim(), "" | "0" | "no" | "false" | "off" | "none");
    let why = match key {
        "daemon"
        | "period"
        | "jitter"
        | "interval"
        | "iterations"
        | "forced_update"
        | "update_period"
        | "update_period_sec"
        | "forced_update_period"
        | "min_interval"
        | "max_interval"
        | "min_error_interval"
        | "check_interval"
        | "check_unit"
        | "force_interval"
        | "force_unit"
        | "retry_count"
        | "retry_interval"
        | "retry_unit"
        | "retry_max_count"
        | "timeout"
        | "cache_max_age" => Why::INTERVAL,
        "postscript" | "exec" | "exec_on_change" | "on_change" | "exec_mode" => {
            if !off {
                found.command(line, word, value, Why::COMMAND);
            }
            return true;
        }
        "mail" | "mail_failure" | "mail_from" | "webhook" => Why::NOTIFICATION,
        "proxy" | "proxy_server" => Why::PROXY,
        // How the other program runs, not what it does.
        "syslog" | "facility" | "priority" | "pid" | "pidfile" | "cache" | "cache_dir" | "quiet" | "verbose"
        | "debug" | "foreground" | "background" | "file" | "ssl" | "secure_ssl" | "use_https" | "ca_trust_file"
        | "cacert" | "user_agent" | "verify_address" | "fake_address" | "broken_rtc" | "max_warn" | "query"
        | "logfile" | "use_syslog" | "use_logfile" | "log" | "loglevel" | "log_level" | "log_file"
        | "startup_delay" | "drop_privs" | "change_persona" | "run_dir" | "log_dir" | "log_lines" | "date_format"
        | "dns_server" | "force_dnstcp" | "force_ipversion" | "allow_local_ip" | "test" | "force" | "geturl"
        | "curl" | "upd_privateip" | "ssl_ca_dir" | "ssl_ca_file" | "interface" | "is_glue" | "bind_network"
        | "lang" | "noiplang" => return true,
        _ => return false,
    };
    if !off {
        found.remark(line, word, why);
    }

    true
}
