//! How long a provider asks to wait: the Retry-After header (RFC 9110, 10.2.3). The cap is in [`crate::reply`].

use std::time::Duration;

/// Reads Retry-After: seconds, or a date. A date counts from the answer's own Date, so that a wrong clock on this machine
/// does not matter; without one it counts from `unix_time`. `None` for what is neither.
pub(crate) fn retry_after(value: &str, date: Option<&str>, unix_time: u64) -> Option<Duration> {
    let value = value.trim();
    if let Ok(seconds) = value.parse::<u64>() {
        return Some(Duration::from_secs(seconds));
    }
    if value.bytes().all(|byte| byte.is_ascii_digit()) && !value.is_empty() {
        return Some(Duration::from_secs(u64::MAX)); // More seconds than fit: the cap makes a day of it.
    }
    let until = http_date(value)?;
    let from = date.and_then(http_date).unwrap_or(unix_time);

    Some(Duration::from_secs(until.saturating_sub(from)))
}

/// Reads the three forms of an HTTP date (RFC 9110, 5.6.7) as seconds since 1970.
fn http_date(text: &str) -> Option<u64> {
    let parts: Vec<&str> = text.split([' ', ',', '-']).filter(|part| !part.is_empty()).collect();
    let (day, month, year, time) = match parts.as_slice() {
        [_, month, day, time, year] if time.contains(':') => (day, month, year, time),
        [_, day, month, year, time, "GMT"] => (day, month, year, time),
        _ => return None,
    };
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let month = u64::try_from(months.iter().position(|name| name == month)?).ok()? + 1;
    let day = day.parse::<u64>().ok().filter(|day| (1..=31).contains(day))?;
    let year = match (year.len(), year.parse::<u64>().ok()?) {
        (2, short) if short < 70 => 2_000 + short,
        (2, short) => 1_900 + short,
        (4, year) if year >= 1970 => year,
        _ => return None,
    };
    let clock: Vec<u64> = time.split(':').map_while(|part| part.parse().ok()).collect();
    let &[hour @ 0..=23, minute @ 0..=59, second @ 0..=60] = clock.as_slice() else {
        return None;
    };

    Some(days_since_1970(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second)
}

/// The Gregorian calendar with the year beginning in March, so that the leap day is its last.
fn days_since_1970(year: u64, month: u64, day: u64) -> u64 {
    let year = if month <= 2 { year - 1 } else { year };
    let month_from_march = (month + 9) % 12;

    year * 365 + year / 4 - year / 100 + year / 400 + (month_from_march * 153 + 2) / 5 + day - 1 - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_and_dates_are_read() {
        let date = Some("Sun, 06 Nov 1994 08:49:37 GMT");

        assert_eq!(retry_after("120", None, 0), Some(Duration::from_secs(120)));
        assert_eq!(retry_after("Sun, 06 Nov 1994 08:59:37 GMT", date, 0), Some(Duration::from_secs(600)));
        assert_eq!(retry_after("Sun, 06 Nov 1994 08:49:37 GMT", None, 784_111_777 - 60), Some(Duration::from_secs(60)));
        assert_eq!(
            retry_after("Sunday, 06-Nov-94 08:49:37 GMT", None, 784_111_777 - 60),
            Some(Duration::from_secs(60))
        );
        assert_eq!(retry_after("Sun Nov  6 08:49:37 1994", None, 784_111_777 - 60), Some(Duration::from_secs(60)));
        assert_eq!(retry_after("Sun, 06 Nov 1994 08:00:00 GMT", date, 0), Some(Duration::ZERO));
        assert_eq!(retry_after(&"9".repeat(40), None, 0), Some(Duration::from_secs(u64::MAX)));
    }

    #[test]
    fn nonsense_asks_for_nothing() {
        for text in ["", "soon", "-5", "Sun, 99 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 0001 08:49:37 GMT", "a b c d:e f"]
        {
            assert_eq!(retry_after(text, None, 0), None, "{text}");
        }
    }

    #[test]
    fn the_calendar_knows_leap_years() {
        assert_eq!(days_since_1970(1970, 1, 1), 0);
        assert_eq!(days_since_1970(2000, 3, 1), 11_017);
        assert_eq!(days_since_1970(2026, 11, 22), 20_779);
    }
}
