//! Opens the articles of a list and has them annotated, each in a thread of its own, so that the reader is never blocked.

use std::any::Any;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use crate::annotate::Annotations;
use crate::article::{Article, Loaded, Warning};
use crate::load::{Collection, Item, LoadError, Opened, Options, Progress, Source, load};
use crate::text::Clean;
use crate::tui::contents::{Contents, Entry, Status};
use crate::tui::effect::EntryId;
use crate::tui::message::Message;

use super::live::Happening;
use super::{spawn, tell};

/// The name of the threads whose panics are told to the reader instead of ending the session.
pub const HELPER: &str = "helper";

/// How often the reader is told how much of a page has come.
const TICK: Duration = Duration::from_millis(200);

/// What the annotator made of an article.
pub type Annotated = (Annotations, Option<Warning>);

/// Where an entry is.
#[derive(Clone)]
enum Place {
    /// It has to be opened.
    Source(Source),
    /// It is at hand: what the session began with, which cannot be read twice where it came through a pipe.
    Loaded(Box<Loaded>),
}

/// Opens and annotates, and tells the session when it is done.
pub struct Opener {
    inbox: Sender<Happening>,
    annotate: fn(&Article) -> Annotations,
    options: Options,
    /// Where the entries of the list are, by number.
    places: Vec<Place>,
    /// What is open: its number and its title.
    open: Option<(EntryId, Clean)>,
    /// What is being opened, and the way to give it up.
    under_way: Option<(EntryId, Arc<Progress>)>,
    /// How many articles were given to the annotator; what it says of an earlier one comes too late.
    turn: usize,
}

impl Opener {
    /// An opener that tells `inbox`, opens by `options` and marks by `annotate`.
    pub const fn new(inbox: Sender<Happening>, annotate: fn(&Article) -> Annotations, options: Options) -> Self {
        Self { inbox, annotate, options, places: Vec::new(), open: None, under_way: None, turn: 0 }
    }

    /// The list as the session shows it.
    pub fn list(&mut self, collection: Collection) -> Contents {
        Contents::new(collection.title, self.number(collection.items), collection.warnings)
    }

    /// Takes the article that the session begins with, and has it annotated.
    ///
    /// # Errors
    /// Where no thread can be had.
    pub fn begin(&mut self, loaded: &Loaded) -> io::Result<()> {
        let id = self.place(Place::Loaded(Box::new(loaded.clone())));
        self.open = Some((id, title(loaded)));
        self.annotate(loaded.article.clone())
    }

    /// Opens what a link leads to; returns the entry of the article with the link, and the new one.
    pub fn follow(&mut self, address: &str) -> (Entry, Entry) {
        let (from, name) = self.open.clone().unwrap_or((EntryId(0), Clean::default()));
        // A page does not lead into this machine or its network: only what the reader typed may.
        let source = Source::Url { url: address.to_owned(), is_typed: false };
        let to = self.place(Place::Source(source));
        self.open(to);
        (entry(from, name, 0), entry(to, Clean::new(address), 0))
    }

    /// Whether there is a single entry, so that there is nothing else to read.
    pub const fn is_alone(&self) -> bool {
        self.places.len() == 1
    }

    /// Opens an entry; what was being opened is given up.
    pub fn open(&mut self, id: EntryId) {
        self.give_up();
        let source = match self.places.get(id.0 as usize) {
            Some(Place::Source(source)) => source.clone(),
            Some(Place::Loaded(loaded)) => {
                let opened = Ok(Opened::Article(loaded.clone()));
                self.under_way = Some((id, Arc::default()));
                return tell(&self.inbox, Happening::Opened(id, Box::new(opened)));
            }
            None => return,
        };
        let progress = Arc::new(Progress::default());
        self.under_way = Some((id, Arc::clone(&progress)));
        let options = Options { progress, ..self.options.clone() };
        let opening = spawn(HELPER, &self.inbox, move |inbox| {
            let opened = catch_unwind(AssertUnwindSafe(|| open_telling(&source, &options, inbox)));
            let opened = opened.unwrap_or_else(|panic| {
                Err(LoadError::new(source.name().as_str(), &format!("byline failed on it: {}", said(&*panic)), ""))
            });
            tell(inbox, Happening::Opened(id, Box::new(opened)));
        });
        if let Err(error) = opening {
            let failed = Err(LoadError::new("a thread", &error.to_string(), ""));
            tell(&self.inbox, Happening::Opened(id, Box::new(failed)));
        }
    }

    /// Gives up what is being opened.
    pub fn give_up(&mut self) {
        if let Some((_, progress)) = self.under_way.take() {
            progress.is_cancelled.store(true, Ordering::Relaxed);
        }
    }

    /// What the session is told of an entry that was opened: nothing where nobody waits for it any more.
    pub fn opened(&mut self, id: EntryId, opened: Result<Opened, LoadError>) -> Option<Message> {
        self.under_way.take_if(|(waiting, _)| *waiting == id)?;
        Some(match opened {
            Ok(Opened::Article(loaded)) => {
                // It is read without marks where there is no thread to look for them.
                let _ = self.annotate(loaded.article.clone());
                self.open = Some((id, title(&loaded)));
                Message::Opened(id, loaded)
            }
            Ok(Opened::Collection(Collection { title, items, warnings })) => {
                Message::Unfolded { id, title, entries: self.number(items), warnings }
            }
            Err(error) => Message::NotOpened(id, Clean::new(&error.to_string())),
        })
    }

    /// Has an article annotated.
    ///
    /// # Errors
    /// Where no thread can be had.
    pub fn annotate(&mut self, article: Article) -> io::Result<()> {
        self.turn += 1;
        let (turn, annotate) = (self.turn, self.annotate);
        spawn(HELPER, &self.inbox, move |inbox| {
            tell(inbox, Happening::Annotated(turn, Box::new(annotated(|| annotate(&article)))));
        })
    }

    /// Whether what the annotator says is of the article that is open.
    pub const fn is_of_now(&self, turn: usize) -> bool {
        turn == self.turn
    }

    fn number(&mut self, items: Vec<Item>) -> Vec<Entry> {
        let number = |Item { title, depth, source }| entry(self.place(Place::Source(source)), title, depth);
        items.into_iter().map(number).collect()
    }

    fn place(&mut self, place: Place) -> EntryId {
        self.places.push(place);
        EntryId(self.places.len() as u32 - 1)
    }
}

const fn entry(id: EntryId, title: Clean, depth: u8) -> Entry {
    Entry { id, title, depth, status: Status::Unread }
}

/// What the list calls an article.
fn title(loaded: &Loaded) -> Clean {
    let meta = loaded.article.meta();
    meta.title.clone().unwrap_or_else(|| meta.id.clone())
}

/// Opens `source`; where it is fetched, `inbox` is told now and then how much has come.
fn open_telling(source: &Source, options: &Options, inbox: &Sender<Happening>) -> Result<Opened, LoadError> {
    if !source.is_fetched() {
        return load(source, options);
    }
    thread::scope(|scope| {
        let (done, ended) = channel();
        scope.spawn(move || count(&options.progress, &ended, inbox));
        let opened = load(source, options);
        drop(done);
        opened
    })
}

/// Tells `inbox` what `progress` counts until nobody can end it any more.
fn count(progress: &Progress, ended: &Receiver<()>, inbox: &Sender<Happening>) {
    while ended.recv_timeout(TICK) == Err(RecvTimeoutError::Timeout) {
        tell(inbox, Happening::Message(Message::Came(progress.bytes.load(Ordering::Relaxed))));
    }
}

/// What the annotator found; nothing, and why, if it failed.
fn annotated(annotate: impl FnOnce() -> Annotations) -> Annotated {
    match catch_unwind(AssertUnwindSafe(annotate)) {
        Ok(annotations) => (annotations, None),
        Err(panic) => {
            let warning = Warning::other(&format!("nothing is marked: {}", said(&*panic)));
            (Annotations::default(), Some(warning))
        }
    }
}

/// What a panic says.
fn said(panic: &(dyn Any + Send)) -> &str {
    let said = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    said.unwrap_or("for no reason that it told")
}
