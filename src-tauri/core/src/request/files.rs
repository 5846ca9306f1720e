//! Requests that write a file of the user's own.

use super::Request;

impl Request {
    /// It says where something is written. A window's page may not: a person chooses that in the system's own dialog.
    #[must_use]
    pub fn names_a_file(&self) -> bool {
        matches!(self, Self::SaveReport { to: Some(_), .. } | Self::SaveBackup { to: Some(_) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::SupportReport;

    #[test]
    fn only_a_request_with_a_path_names_a_file() {
        let to = Some("/elsewhere/settings.toml".to_owned());
        let report = SupportReport { parts: Vec::new() };

        assert!(Request::SaveBackup { to: to.clone() }.names_a_file());
        assert!(Request::SaveReport { report: report.clone(), to }.names_a_file());
        assert!(!Request::SaveReport { report, to: None }.names_a_file());
        assert!(!Request::Status.names_a_file());
    }
}
