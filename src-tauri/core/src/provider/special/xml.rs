//! A reader for the XML of Route 53: elements and their text. Attributes, comments and the declaration are passed over;
//! a document type is refused, so that no entity has to be expanded (OWASP: billion laughs).

/// Deeper answers than this are not read; Route 53's have seven levels.
const DEEPEST: usize = 16;

/// One element.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Element {
    name: String,
    text: String,
    children: Vec<Element>,
}

impl Element {
    /// Reads a whole document. `None` for anything that is not well-formed.
    pub(super) fn read(document: &str) -> Option<Self> {
        let mut open = vec![Self::default()];
        let mut rest = document.trim();
        while !rest.is_empty() {
            let Some(markup) = rest.strip_prefix('<') else {
                let (text, after) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
                open.last_mut()?.text.push_str(&unescape(text)?);
                rest = after;
                continue;
            };
            if let Some(comment) = markup.strip_prefix("!--") {
                rest = comment.split_once("-->")?.1;
                continue;
            }
            let (tag, after) = markup.split_once('>')?;
            rest = after;
            if tag.starts_with('!') {
                return None;
            }
            if tag.starts_with('?') {
                tag.strip_suffix('?')?;
                continue;
            }
            if let Some(name) = tag.strip_prefix('/') {
                let closed = open.pop()?;
                if closed.name != name.trim_end() || open.is_empty() {
                    return None;
                }
                open.last_mut()?.children.push(closed);
                continue;
            }
            let (tag, is_empty) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
            let name = tag.split_whitespace().next().filter(|_| open.len() <= DEEPEST)?.to_owned();
            let element = Self { name, ..Self::default() };
            if is_empty {
                open.last_mut()?.children.push(element);
            } else {
                open.push(element);
            }
        }
        let [document] = open.as_mut_slice() else {
            return None;
        };

        (document.children.len() == 1 && document.text.trim().is_empty()).then(|| document.children.pop())?
    }

    pub(super) fn is(&self, name: &str) -> bool {
        self.name == name
    }

    /// The first element below, one step for each name.
    pub(super) fn at(&self, path: &[&str]) -> Option<&Self> {
        path.iter().try_fold(self, |element, name| element.children.iter().find(|child| child.name == *name))
    }

    /// The text of the first element below.
    pub(super) fn text(&self, path: &[&str]) -> Option<&str> {
        self.at(path).map(|element| element.text.trim())
    }

    /// All elements of that name directly below.
    pub(super) fn all(&self, name: &str) -> impl Iterator<Item = &Self> {
        self.children.iter().filter(move |child| child.name == name)
    }
}

fn unescape(text: &str) -> Option<String> {
    let mut plain = String::new();
    let mut parts = text.split('&');
    plain.push_str(parts.next()?);
    for part in parts {
        let (entity, rest) = part.split_once(';')?;
        plain.push(match entity {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            number => {
                let number = number.strip_prefix('#')?;
                let code = match number.strip_prefix('x') {
                    Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                    None => number.parse().ok()?,
                };
                char::from_u32(code)?
            }
        });
        plain.push_str(rest);
    }

    Some(plain)
}

/// The text as it stands between tags.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_and_texts_are_read() {
        let text = "<?xml version=\"1.0\"?>\n<a x=\"1\"><!-- no --><b>1 &amp; &#50;</b><b/><c><d>3</d></c></a>\n";
        let document = Element::read(text).unwrap();

        assert!(document.is("a"));
        assert_eq!(document.text(&["b"]), Some("1 & 2"));
        assert_eq!(document.all("b").count(), 2);
        assert_eq!(document.text(&["c", "d"]), Some("3"));
        assert_eq!(document.text(&["c", "e"]), None);
    }

    #[test]
    fn what_is_not_well_formed_is_refused() {
        let deep = "<a>".repeat(40);
        let odd =
            ["", "text", "<a>", "</a>", "<a></b>", "<a/><b/>", "<a>&x;</a>", "<!DOCTYPE a><a/>", "<>", "<a", &deep];
        for text in odd {
            assert_eq!(Element::read(text), None, "{text}");
        }
    }
}
