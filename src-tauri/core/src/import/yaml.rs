//! YAML as a small tree: maps, lists and scalars with their lines. Anchors and aliases are refused, so that a small file
//! cannot become a large tree; so are documents that are nested deeper than any client writes them.

use saphyr_parser::{Event, Parser};
use zeroize::Zeroizing;

use super::ImportError;

/// The deepest tree: ddns-go's has five levels.
const DEEPEST: usize = 32;
/// The most nodes in a tree.
const MOST_NODES: usize = 100_000;

#[derive(Debug)]
pub(super) enum Node {
    Map(Vec<(usize, String, Node)>),
    List(Vec<(usize, Node)>),
    Text(Zeroizing<String>),
}

impl Node {
    /// A member of a map, by its name in lower case, with its line.
    pub(super) fn get(&self, key: &str) -> Option<(usize, &Self)> {
        let Self::Map(members) = self else { return None };

        members.iter().find(|(_, name, _)| name.eq_ignore_ascii_case(key)).map(|(line, _, node)| (*line, node))
    }

    pub(super) fn text(&self, key: &str) -> Option<(usize, &str)> {
        match self.get(key)? {
            (line, Self::Text(text)) => Some((line, text.as_str())),
            _ => None,
        }
    }

    pub(super) fn is_on(&self, key: &str) -> bool {
        self.text(key).is_some_and(|(_, text)| text.eq_ignore_ascii_case("true"))
    }
}

/// A list or map that is not at its end yet, with its line and, in a map, the key whose value comes next.
struct Begun {
    line: usize,
    node: Node,
    key: Option<(usize, String)>,
}

pub(super) fn parse(text: &str) -> Result<Node, ImportError> {
    let mut begun: Vec<Begun> = Vec::new();
    let mut nodes = 0;
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| syntax(error.marker().line(), "it is not YAML"))?;
        let line = span.start.line();
        let node = match event {
            Event::MappingStart(..) => Node::Map(Vec::new()),
            Event::SequenceStart(..) => Node::List(Vec::new()),
            Event::Scalar(text, ..) => Node::Text(Zeroizing::new(text.into_owned())),
            Event::Alias(_) => return Err(syntax(line, "an alias is used")),
            Event::MappingEnd | Event::SequenceEnd => match begun.pop() {
                Some(finished) => {
                    if let Some(node) = place(&mut begun, finished.line, finished.node)? {
                        // The other documents of a file are not this client's.
                        return Ok(node);
                    }
                    continue;
                }
                None => continue,
            },
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentStart(_) | Event::DocumentEnd => {
                continue;
            }
        };
        nodes += 1;
        if nodes > MOST_NODES || begun.len() >= DEEPEST {
            return Err(syntax(line, "it is nested too deeply or has too many parts"));
        }
        match node {
            Node::Text(_) => {
                if place(&mut begun, line, node)?.is_some() {
                    return Err(syntax(line, "it is not a list of settings"));
                }
            }
            Node::Map(_) | Node::List(_) => begun.push(Begun { line, node, key: None }),
        }
    }

    Err(syntax(1, "it is not a list of settings"))
}

fn syntax(line: usize, problem: &'static str) -> ImportError {
    ImportError::Syntax { line, problem }
}

/// Puts a node into what was begun last; gives it back where nothing was.
fn place(begun: &mut [Begun], line: usize, node: Node) -> Result<Option<Node>, ImportError> {
    let Some(parent) = begun.last_mut() else { return Ok(Some(node)) };
    match (&mut parent.node, node) {
        (Node::List(list), node) => list.push((line, node)),
        (Node::Map(map), node) => match (parent.key.take(), node) {
            (Some((line, key)), node) => map.push((line, key, node)),
            (None, Node::Text(key)) => parent.key = Some((line, key.to_string())),
            (None, _) => return Err(syntax(line, "a key is not a text")),
        },
        (Node::Text(_), _) => return Err(syntax(line, "a text has parts")),
    }

    Ok(None)
}
