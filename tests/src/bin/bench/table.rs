//! The one table at the end.

use std::collections::BTreeMap;
use std::fmt;

/// A measure of one or more clients.
#[derive(Debug)]
struct Row {
    measure: String,
    unit: &'static str,
    reach: String,
    figures: BTreeMap<&'static str, f64>,
}

/// All measures, in the order in which they were taken.
#[derive(Debug, Default)]
pub(crate) struct Table {
    rows: Vec<Row>,
}

impl Table {
    /// Adds the figure of one client. `reach` is the goal, in words; it is kept from the first figure of a measure.
    pub(crate) fn add(&mut self, measure: &str, unit: &'static str, reach: &str, client: &'static str, figure: f64) {
        println!("  {client}: {measure}: {figure:.1} {unit}");
        if let Some(row) = self.rows.iter_mut().find(|row| row.measure == measure) {
            row.figures.insert(client, figure);
            return;
        }
        self.rows.push(Row {
            measure: measure.to_owned(),
            unit,
            reach: reach.to_owned(),
            figures: BTreeMap::from([(client, figure)]),
        });
    }
}

impl fmt::Display for Table {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter, "A ratio is the other client's figure over Homeport's: above 1, Homeport needs less.\n")?;
        writeln!(formatter, "| measure | unit | reach | homeport | ddclient | ratio | inadyn | ratio |")?;
        writeln!(formatter, "|---|---|---|---:|---:|---:|---:|---:|")?;
        for row in &self.rows {
            let figure = |client: &str| row.figures.get(client).copied();
            let shown = |figure: Option<f64>| figure.map_or("-".to_owned(), |figure| format!("{figure:.1}"));
            let ratio = |other: Option<f64>| match (figure("homeport"), other) {
                (Some(ours), Some(other)) if ours > 0.0 => format!("{:.1}", other / ours),
                _ => "-".to_owned(),
            };
            let (ddclient, inadyn) = (figure("ddclient"), figure("inadyn"));
            writeln!(
                formatter,
                "| {} | {} | {} | {} | {} | {} | {} | {} |",
                row.measure,
                row.unit,
                row.reach,
                shown(figure("homeport")),
                shown(ddclient),
                ratio(ddclient),
                shown(inadyn),
                ratio(inadyn),
            )?;
        }

        Ok(())
    }
}

/// The value below which this share of the figures lies, by the nearest rank; 0.5 is the median.
pub(crate) fn quantile(figures: &[f64], share: f64) -> f64 {
    let mut sorted = figures.to_vec();
    sorted.sort_by(f64::total_cmp);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a rank")]
    let rank = (share * sorted.len() as f64).ceil() as usize;

    sorted[rank.clamp(1, sorted.len()) - 1]
}

/// Milliseconds.
pub(crate) fn milliseconds(time: std::time::Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_by_the_nearest_rank() {
        let figures = [5.0, 1.0, 3.0, 2.0, 4.0];

        assert!((quantile(&figures, 0.5) - 3.0).abs() < f64::EPSILON);
        assert!((quantile(&figures, 0.95) - 5.0).abs() < f64::EPSILON);
        assert!((quantile(&figures, 1.0) - 5.0).abs() < f64::EPSILON);
    }

    #[test]
    fn a_ratio_is_the_others_figure_over_homeports() {
        let mut table = Table::default();
        table.add("requests", "", "0", "homeport", 2.0);
        table.add("requests", "", "0", "inadyn", 100.0);

        assert!(table.to_string().contains("| requests |  | 0 | 2.0 | - | - | 100.0 | 50.0 |"), "{table}");
    }
}
