//! The tray on Windows and macOS, on the event loop that the window's toolkit uses as well. The loop has to be on the
//! main thread; the rest of the program runs beside it.

use homeport_core::settings::IconStyle;
use homeport_core::snapshot::Tray as Seen;
use homeport_core::tray::{Click, Entry, Page, Panel};
use tao::event::Event;
use tao::event_loop::{ControlFlow, EventLoopBuilder, EventLoopProxy};
use tokio::sync::mpsc::UnboundedSender;
use tracing::warn;
use tray_icon::menu::{Menu, MenuEvent, MenuItem, PredefinedMenuItem, Submenu};
use tray_icon::{MouseButton, MouseButtonState, TrayIcon, TrayIconBuilder, TrayIconEvent};

use super::glyph::pictures;
use super::{Face, FromTray};

/// The system scales it; the menu bar of macOS is 22 points high and shows twice the pixels.
const SIZE: u16 = 32;

/// What the program tells the event loop.
#[derive(Debug)]
enum ToLoop {
    Start(Box<Face>, UnboundedSender<FromTray>),
    Draw(Box<Face>),
    Stop,
    Menu(String),
    Pressed,
    Ended(u8),
}

/// The way to the event loop.
#[derive(Debug)]
pub(crate) struct Desk {
    proxy: EventLoopProxy<ToLoop>,
}

/// Runs the program beside the event loop, and ends with its code.
pub(crate) fn host(work: impl FnOnce(Desk) -> u8 + Send + 'static) -> u8 {
    #[allow(unused_mut, reason = "changed on macOS only")]
    let mut event_loop = EventLoopBuilder::<ToLoop>::with_user_event().build();
    #[cfg(target_os = "macos")]
    {
        use tao::platform::macos::{ActivationPolicy, EventLoopExtMacOS};
        // In the menu bar and nowhere else: no Dock icon, no menu of its own.
        event_loop.set_activation_policy(ActivationPolicy::Accessory);
    }
    forward_events(&event_loop.create_proxy());
    let proxy = event_loop.create_proxy();
    let spawned = std::thread::Builder::new().name("homeport".to_owned()).spawn(move || {
        let code = work(Desk { proxy: proxy.clone() });
        // The loop ends only through this.
        let _ = proxy.send_event(ToLoop::Ended(code));
    });
    if let Err(error) = spawned {
        warn!(%error, "the program's thread could not be started");
        return 3;
    }
    let mut shown: Option<Shown> = None;
    event_loop.run(move |event, _, control| {
        *control = ControlFlow::Wait;
        match event {
            Event::UserEvent(ToLoop::Start(face, sender)) => shown = Shown::new(&face, sender),
            Event::UserEvent(ToLoop::Draw(face)) => {
                if let Some(shown) = &mut shown {
                    shown.draw(&face);
                }
            }
            Event::UserEvent(ToLoop::Stop) => shown = None,
            Event::UserEvent(ToLoop::Menu(id)) => {
                if let Some(shown) = &shown {
                    shown.chosen(&id);
                }
            }
            Event::UserEvent(ToLoop::Pressed) => {
                if let Some(shown) = &shown {
                    shown.click(Click::Open(Page::Status));
                }
            }
            Event::UserEvent(ToLoop::Ended(code)) => {
                shown = None;
                *control = ControlFlow::ExitWithCode(code.into());
            }
            // The program was started again from the Finder: a full menu bar may hide the icon.
            Event::Reopen { .. } => {
                if let Some(shown) = &shown {
                    shown.click(Click::Open(Page::Status));
                }
            }
            _ => {}
        }
    })
}

/// The handlers may be called on any thread; the loop wakes up for them.
fn forward_events(proxy: &EventLoopProxy<ToLoop>) {
    let menu = proxy.clone();
    MenuEvent::set_event_handler(Some(move |event: MenuEvent| {
        let _ = menu.send_event(ToLoop::Menu(event.id.0));
    }));
    let tray = proxy.clone();
    TrayIconEvent::set_event_handler(Some(move |event: TrayIconEvent| {
        // On macOS a click opens the menu, which has the window as an entry.
        let released =
            matches!(event, TrayIconEvent::Click { button: MouseButton::Left, button_state: MouseButtonState::Up, .. });
        if cfg!(windows) && released {
            let _ = tray.send_event(ToLoop::Pressed);
        }
    }));
}

/// The program's side of the tray.
#[derive(Debug)]
pub(crate) struct Backend {
    proxy: EventLoopProxy<ToLoop>,
}

#[allow(clippy::unused_async, reason = "equal to the tray on Linux")]
impl Backend {
    pub(crate) async fn start(desk: Desk, face: &Face, sender: UnboundedSender<FromTray>) -> Option<Self> {
        desk.proxy.send_event(ToLoop::Start(Box::new(face.clone()), sender)).ok()?;

        Some(Self { proxy: desk.proxy })
    }

    pub(crate) async fn draw(&self, face: &Face, _before: &Face) {
        // The loop outlives the program.
        let _ = self.proxy.send_event(ToLoop::Draw(Box::new(face.clone())));
    }

    pub(crate) async fn stop(self) {
        let _ = self.proxy.send_event(ToLoop::Stop);
    }
}

/// The icon, on the loop's thread.
struct Shown {
    icon: TrayIcon,
    face: Face,
    clicks: Vec<Click>,
    sender: UnboundedSender<FromTray>,
}

impl Shown {
    fn new(face: &Face, sender: UnboundedSender<FromTray>) -> Option<Self> {
        let (menu, clicks) = menu(face);
        let mut builder = TrayIconBuilder::new()
            .with_id("homeport")
            .with_menu(Box::new(menu))
            .with_tooltip(tooltip(face))
            .with_icon_as_template(is_template(face))
            .with_menu_on_left_click(cfg!(target_os = "macos"));
        if let Some(icon) = picture(face) {
            builder = builder.with_icon(icon);
        }
        let icon = builder.build();
        let state = if icon.is_ok() { Seen::Shown } else { Seen::NoHost };
        // The receiver ends only with the whole program.
        let _ = sender.send(FromTray::Seen(state));
        let icon = icon.inspect_err(|error| warn!(%error, "there is no tray")).ok()?;

        Some(Self { icon, face: face.clone(), clicks, sender })
    }

    fn draw(&mut self, face: &Face) {
        if face.icon != self.face.icon || face.panel != self.face.panel || face.style != self.face.style {
            let drawn = self
                .icon
                .set_icon_with_as_template(picture(face), is_template(face))
                .and_then(|()| self.icon.set_tooltip(Some(tooltip(face))));
            if let Err(error) = drawn {
                warn!(%error, "the tray's icon could not be drawn");
            }
        }
        if face.menu != self.face.menu {
            let (menu, clicks) = menu(face);
            self.clicks = clicks;
            self.icon.set_menu(Some(Box::new(menu)));
        }
        self.face = face.clone();
    }

    fn chosen(&self, id: &str) {
        let click = id.parse::<usize>().ok().and_then(|number| self.clicks.get(number));
        if let Some(click) = click {
            self.click(click.clone());
        }
    }

    fn click(&self, click: Click) {
        let _ = self.sender.send(FromTray::Click(click, None));
    }
}

/// macOS colours a template as the other icons of its bar.
fn is_template(face: &Face) -> bool {
    cfg!(target_os = "macos") && face.style == IconStyle::Monochrome
}

fn picture(face: &Face) -> Option<tray_icon::Icon> {
    // Of a template macOS takes only how much of each pixel is covered.
    let panel = if cfg!(target_os = "macos") { Panel::Light } else { face.panel };
    let picture = pictures(face.icon.state, panel, face.style, &[SIZE]).into_iter().next()?;
    let size = u32::from(picture.size);

    tray_icon::Icon::from_rgba(picture.rgba(), size, size)
        .inspect_err(|error| warn!(%error, "the tray's icon could not be made"))
        .ok()
}

/// Windows has room for so many UTF-16 units; the text that does not fit would lose its end mark, too.
fn tooltip(face: &Face) -> String {
    let mut room = 127_usize;
    let fits = |character: &char| match room.checked_sub(character.len_utf16()) {
        Some(rest) => {
            room = rest;
            true
        }
        None => false,
    };

    face.icon.tooltip.chars().take_while(fits).collect()
}

/// The menu, and what each of its entries does: an entry's id is its place in the list.
fn menu(face: &Face) -> (Menu, Vec<Click>) {
    let menu = Menu::new();
    let mut clicks = Vec::new();
    for entry in &face.menu.0 {
        let appended = match entry {
            Entry::Separator => menu.append(&PredefinedMenuItem::separator()),
            Entry::Label(label) => menu.append(&MenuItem::new(escaped(label), false, None)),
            Entry::Button { label, click } => menu.append(&button(label, click, &mut clicks)),
            Entry::Submenu { label, entries } => {
                let submenu = Submenu::new(escaped(label), true);
                for entry in entries {
                    if let Entry::Button { label, click } = entry
                        && let Err(error) = submenu.append(&button(label, click, &mut clicks))
                    {
                        warn!(%error, "an entry of the menu is missing");
                    }
                }
                menu.append(&submenu)
            }
        };
        if let Err(error) = appended {
            warn!(%error, "an entry of the menu is missing");
        }
    }

    (menu, clicks)
}

fn button(label: &str, click: &Click, clicks: &mut Vec<Click>) -> MenuItem {
    clicks.push(click.clone());

    MenuItem::with_id((clicks.len() - 1).to_string(), escaped(label), true, None)
}

/// One ampersand marks the access key, two show one.
fn escaped(label: &str) -> String {
    label.replace('&', "&&")
}
