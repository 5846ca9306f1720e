//! The tray as a value: its icon and its menu.
