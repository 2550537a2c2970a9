-- Events are forgotten by age, in the order in which they came. What a feed's last event told, its number, is then here.
ALTER TABLE feed_head ADD COLUMN seq {int} NOT NULL DEFAULT 0;
