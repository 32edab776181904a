//! A file read in ranges by several readers: what each gives, and how it becomes one.

use super::Reader;
use super::taker::Rowed;
use crate::intake::feed::Feed;
use crate::intake::guess::{Guess, HEAD, Head};
use crate::intake::kinds::Rows;
use crate::intake::notes::Notes;
use crate::intake::ranges::{self, BLOCK, BlockHash, Stretch};
use crate::intake::readings;
use crate::wire;

impl Reader {
    /// Whether the file may be read in ranges: its rows leave no trace of their order, and its bytes are its text.
    pub fn splits(&self) -> bool {
        matches!(self.part.rows, Rows::Usage(_)) && self.taker.spec.is_some() && self.feed.splits()
    }

    /// Reads on up to the first record that begins behind the first byte of a [`BLOCK`].
    pub fn limit(&mut self, to: u32) {
        let to = u64::from(to) * BLOCK;
        self.feed.limit(to);
        self.hash.stop(to);
    }

    /// Begins to read the records that begin behind the first byte of the [`BLOCK`] `from` and not behind that of `to`.
    /// The guess and the head are those of the reader.
    pub fn range(&mut self, guess: &Guess, head: &Head<'_>, from: u32, to: u32) {
        let [from, to] = [from, to].map(|block| u64::from(block) * BLOCK);
        self.leave_range(false);
        self.feed = Feed::range(guess, head, from, to);
        self.hash = BlockHash::from(from);
        self.hash.stop(to);
        self.part.length = 0;
        self.taker.rows = 0;
        self.taker.set_aside = 0;
        self.taker.notes = Notes::default();
        self.taker.watched = readings::watched(&guess.columns);
        self.in_range = true;
    }

    /// Ends the range that is being read; `at_end` tells that the file has no more bytes.
    pub fn leave_range(&mut self, at_end: bool) {
        if !std::mem::take(&mut self.in_range) {
            return;
        }
        let (taker, rows) = (&mut self.taker, &mut self.part.rows);
        let stretch = self.feed.leave(at_end, &mut Rowed { taker, rows });
        let stretch = self.told(stretch);
        self.own.push(stretch);
        self.publish();
    }

    /// The stretch with what was gathered of its rows.
    fn told(&mut self, stretch: Stretch) -> Stretch {
        Stretch {
            settled: stretch.settled && stretch.from >= HEAD as u64,
            rows: self.taker.rows,
            set_aside: self.taker.set_aside,
            hash: self.hash.value(),
            length: self.part.length,
            watched: self.taker.watched.clone(),
            notes: std::mem::take(&mut self.taker.notes),
            ..stretch
        }
    }

    /// All that the ranges gave, to be absorbed by the reader of the file's beginning; nothing of it stays here.
    pub fn take_ranges(&mut self) -> Vec<u8> {
        self.leave_range(false);
        let mut out = Vec::new();
        let own = std::mem::take(&mut self.own);
        wire::number(&mut out, own.len() as u64);
        own.iter().for_each(|stretch| stretch.write(&mut out));
        if let Rows::Usage(state) = &mut self.part.rows {
            state.take().pack(&mut out);
        }
        out
    }

    /// Takes what another reader's ranges gave. False where these are no such bytes: then the ranges do not meet.
    pub fn absorb(&mut self, bytes: &[u8]) -> bool {
        let mut from = wire::Reader::new(bytes);
        let mut read = || {
            let mut stretches = Vec::new();
            for _ in 0..from.count(1)? {
                stretches.push(Stretch::read(&mut from, &self.taker.watched)?);
            }
            let Rows::Usage(own) = &mut self.part.rows else {
                return None;
            };
            own.absorb(&mut from)?;
            Some(stretches)
        };
        let read = read();
        let whole = read.is_some();
        self.others.extend(read.into_iter().flatten());
        whole
    }

    /// Joins the ranges to what was read here. False where they do not meet.
    pub(super) fn join(&mut self) -> bool {
        let mut stretches = std::mem::take(&mut self.others);
        if stretches.is_empty() {
            return !self.feed.is_done();
        }
        crate::order::by_key(&mut stretches, |stretch| (stretch.from, stretch.first));
        // Whether what was read ends well, where the next record begins, and lines and bytes so far.
        let own = self.feed.stretch(false);
        let (mut settled, mut next, mut lines) = (own.settled, own.next, own.lines);
        let mut length = self.part.length;
        // Where each range begins, and the lines above it.
        let mut places = vec![(0, 0)];
        for mut stretch in stretches {
            if !settled || next != Some(stretch.first) || length != stretch.from {
                return false;
            }
            (settled, next) = (stretch.settled, stretch.next);
            length += stretch.length;
            let above = lines;
            lines += stretch.lines;
            places.push((stretch.from, above));
            let line = |line| above + ranges::split_line(line).1;
            self.hash.add(stretch.hash);
            self.taker.rows += stretch.rows;
            self.taker.set_aside += stretch.set_aside;
            for (watched, next) in self.taker.watched.iter_mut().zip(&stretch.watched) {
                watched.append(next);
            }
            self.taker
                .notes
                .append(std::mem::take(&mut stretch.notes), &line);
            if !self.feed.append(stretch, &line) {
                return false;
            }
        }
        self.part.length = length;
        let Rows::Usage(own) = &mut self.part.rows else {
            return false;
        };
        own.place(|line| {
            let (from, line) = ranges::split_line(line);
            let after = places.partition_point(|place| place.0 <= from);
            places.get(after.wrapping_sub(1)).map_or(0, |place| place.1) + line
        });
        settled && next.is_none()
    }
}
