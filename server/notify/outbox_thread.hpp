#pragma once
// The thread that empties the outbox: takes what is due one by one, asks what it says, hands it to the relay, writes
// down what became of it.
//
// Never lost: a row leaves the outbox only in the commit after the relay's "250". Never twice: the row is marked, on
// disk, just before the mark that ends the mail leaves, and the relay cannot take the mail before that mark; so after a
// crash only a row that is marked can have arrived. What is left of doubt is the time from that mark to the commit
// after the "250" (the relay's own time, and a few milliseconds): a server that is killed there, or a line that is cut,
// sends again, with the same Message-ID. SMTP has no way to ask whether a mail has come.

#include <memory>

#include "server/notify/address.hpp"
#include "server/notify/outbox.hpp"
#include "server/notify/relay.hpp"
#include "server/storage/executor.hpp"

namespace covision::notify {

class OutboxThread {
public:
    /// Starts the thread. What is handed in must outlive it; `render` runs on a thread of the executor's readers.
    OutboxThread(storage::Executor& executor, std::unique_ptr<Relay> relay, Render render, Sender from,
                 const Clock& clock, Random& random);
    /// Stops.
    ~OutboxThread();

    /// Looks now; otherwise it does so every second. Any thread.
    void wake();
    /// Looks now, and returns when nothing that is due can be sent at this moment of the clock. For tests.
    void settle();
    /// Nothing new is begun; what is with the relay has some seconds to end. Returns at once. Any thread.
    void begin_stop();
    /// begin_stop(), and waits for the end. The executor must still be running.
    void stop();

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace covision::notify
