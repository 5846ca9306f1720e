//! Takes values out of a TOML table, and refuses what was not taken: a misspelt key must not be lost in silence.

use std::collections::BTreeSet;
use std::ops::Range;

use toml_edit::{Item, TableLike};

use super::file::{Mistake, nearest};

/// A value and its place in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct At<T> {
    pub(super) value: T,
    pub(super) span: Range<usize>,
}

/// One table of the file while it is read.
pub(super) struct Reader<'a> {
    table: &'a dyn TableLike,
    span: Range<usize>,
    path: String,
    taken: BTreeSet<&'static str>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(table: &'a dyn TableLike, span: Range<usize>, path: &str) -> Self {
        Self { table, span, path: path.to_owned(), taken: BTreeSet::new() }
    }

    /// The place of the whole table.
    pub(super) fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// The path of a key: `hostname.name`.
    pub(super) fn field(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    /// Names a key that is read elsewhere.
    pub(super) fn skip(&mut self, key: &'static str) {
        self.taken.insert(key);
    }

    fn take(&mut self, key: &'static str) -> Option<(&'a Item, Range<usize>)> {
        self.taken.insert(key);
        let (found, item) = self.table.get_key_value(key)?;
        let span = item.span().or_else(|| found.span()).unwrap_or_else(|| self.span());

        Some((item, span))
    }

    fn wrong_type(&self, span: Range<usize>, key: &str, expected: &str) -> Mistake {
        Mistake::new(span, &self.field(key), "type").with("expected", expected)
    }

    pub(super) fn text(&mut self, key: &'static str) -> Result<Option<At<String>>, Mistake> {
        let Some((item, span)) = self.take(key) else {
            return Ok(None);
        };
        match item.as_str() {
            Some(value) => Ok(Some(At { value: value.to_owned(), span })),
            None => Err(self.wrong_type(span, key, "a text in quotes")),
        }
    }

    pub(super) fn needed_text(&mut self, key: &'static str) -> Result<At<String>, Mistake> {
        self.text(key)?.ok_or_else(|| Mistake::new(self.span(), &self.field(key), "missing").with("key", key))
    }

    pub(super) fn switch(&mut self, key: &'static str, default: bool) -> Result<bool, Mistake> {
        let Some((item, span)) = self.take(key) else {
            return Ok(default);
        };

        item.as_bool().ok_or_else(|| self.wrong_type(span, key, "true or false"))
    }

    pub(super) fn texts(&mut self, key: &'static str) -> Result<Vec<At<String>>, Mistake> {
        const EXPECTED: &str = "a list of texts: [\"one\", \"two\"]";
        let Some((item, span)) = self.take(key) else {
            return Ok(Vec::new());
        };
        let array = item.as_array().ok_or_else(|| self.wrong_type(span.clone(), key, EXPECTED))?;
        array
            .iter()
            .map(|value| {
                let span = value.span().unwrap_or_else(|| span.clone());
                match value.as_str() {
                    Some(text) => Ok(At { value: text.to_owned(), span }),
                    None => Err(self.wrong_type(span, key, EXPECTED)),
                }
            })
            .collect()
    }

    /// Every key of a table whose keys are not fixed.
    pub(super) fn text_table(&mut self, key: &'static str) -> Result<Vec<(String, At<String>)>, Mistake> {
        let Some((item, span)) = self.take(key) else {
            return Ok(Vec::new());
        };
        let table = item.as_table_like().ok_or_else(|| self.wrong_type(span.clone(), key, "a table"))?;
        let mut texts = Vec::new();
        for (name, item) in table.iter() {
            let span = item.span().unwrap_or_else(|| span.clone());
            let Some(value) = item.as_str() else {
                let field = format!("{}.{name}", self.field(key));
                return Err(Mistake::new(span, &field, "type").with("expected", "a text in quotes"));
            };
            texts.push((name.to_owned(), At { value: value.to_owned(), span }));
        }

        Ok(texts)
    }

    /// A table that may be left out.
    pub(super) fn table(&mut self, key: &'static str) -> Result<Option<Reader<'a>>, Mistake> {
        let Some((item, span)) = self.take(key) else {
            return Ok(None);
        };
        match item.as_table_like() {
            Some(table) => Ok(Some(Reader::new(table, span, &self.field(key)))),
            None => Err(self.wrong_type(span, key, "a table")),
        }
    }

    /// `[[key]]` tables, or a list of inline tables.
    pub(super) fn tables(&mut self, key: &'static str) -> Result<Vec<Reader<'a>>, Mistake> {
        let Some((item, span)) = self.take(key) else {
            return Ok(Vec::new());
        };
        let field = self.field(key);
        if let Some(tables) = item.as_array_of_tables() {
            return Ok(tables
                .iter()
                .map(|table| Reader::new(table, table.span().unwrap_or_else(|| span.clone()), &field))
                .collect());
        }
        let expected = format!("written as [[{key}]], once for each");
        let Some(array) = item.as_array() else {
            return Err(self.wrong_type(span, key, &expected));
        };
        array
            .iter()
            .map(|value| {
                let span = value.span().unwrap_or_else(|| span.clone());
                match value.as_inline_table() {
                    Some(table) => Ok(Reader::new(table, span, &field)),
                    None => Err(self.wrong_type(span, key, &expected)),
                }
            })
            .collect()
    }

    /// Ends the reading: a key that nobody took is unknown.
    pub(super) fn end(self) -> Result<(), Mistake> {
        for (key, item) in self.table.iter() {
            if self.taken.contains(key) {
                continue;
            }
            let span = self.table.key(key).and_then(toml_edit::Key::span).or_else(|| item.span());
            let mistake = Mistake::new(span.unwrap_or_else(|| self.span()), &self.field(key), "unknown-key");
            if let Some(near) = nearest(key, self.taken.iter().copied()) {
                return Err(mistake.with("key", key).with("near", near));
            }
            let known: Vec<&str> = self.taken.iter().copied().collect();
            return Err(Mistake { id: "unknown-key-far", ..mistake }.with("key", key).with("known", known.join(", ")));
        }

        Ok(())
    }
}
