#pragma once
// Every bound of the server in one list: what one caller, one address or all together may ask of it.

#include <chrono>
#include <cstddef>

namespace covision::rpc {

struct Limits {
    using Seconds = std::chrono::seconds;

    // What comes in over a WebSocket.
    std::size_t frame_bytes = 256 * 1024;  ///< one message; longer: close 1009
    std::size_t fragments = 64;            ///< frames of one message; more: close 1008
    std::size_t calls_in_flight = 64;      ///< of one connection, waiting ones too; more: slow_down
    std::size_t calls_per_minute = 600;    ///< of one account; more: slow_down
    std::size_t calls_burst = 300;         ///< of one account at once
    std::size_t refused_in_row = 500;      ///< slow_down answers after which a connection is closed (1008)

    // What one connection may hold.
    std::size_t feeds = 64;           ///< followed at once
    std::size_t rooms = 8;            ///< entered at once
    std::size_t people_in_room = 64;  ///< accounts
    std::size_t resume_events = 500;  ///< further behind: reset
    std::size_t held_events = 2000;   ///< that come while a follow is answered

    // What waits to go out of one connection; over it the reader is cut off.
    std::size_t queued_bytes = 1024 * 1024;
    std::size_t queued_frames = 4096;
    int kernel_buffer = 256 * 1024;  ///< what the kernel holds for it beside that, bytes; 0: as it likes

    // How many may be here.
    std::size_t connections = 12000;
    std::size_t connections_per_account = 16;
    std::size_t connections_per_address = 512;

    // HTTP.
    std::size_t header_bytes = 16 * 1024;  ///< request line and headers; more: 431
    std::size_t headers = 64;
    std::size_t body_bytes = 16 * 1024;  ///< more: 413
    std::size_t open_per_minute = 60;    ///< POST /auth/… of one address; more: 429
    std::size_t open_burst = 30;
    std::size_t calendars_per_minute = 1200;  ///< GET /calendar/… of one address (a calendar host asks for many); 429
    std::size_t calendars_burst = 600;
    std::size_t calendar_per_minute = 30;  ///< of one secret; more: 429
    std::size_t calendar_burst = 60;
    std::size_t requests_per_connection = 1000;

    // The pool for heavy work.
    std::size_t pool_threads = 2;
    std::size_t pool_queue = 256;  ///< more: busy

    // Time.
    Seconds handshake{10};       ///< for TLS and for each request to be there whole
    Seconds keep_alive{60};      ///< an HTTP connection without a request
    Seconds message{20};         ///< from a message's first byte to its last
    Seconds ping_after{30};      ///< of silence
    Seconds silence{75};         ///< after which a connection counts as lost
    Seconds stuck{30};           ///< nothing of what waits could be sent
    Seconds closing{3};          ///< for the other side to answer a close frame
    Seconds drain{10};           ///< from stop() to the end
    Seconds reconnecting{20};    ///< a lost connection is still shown in its room
    Seconds login_check{300};    ///< how often an open connection's login is looked at again
    Seconds due_retry{60};       ///< due work that failed is tried again
    Seconds done_calls{604800};  ///< how long a call's result and its events are kept: 7 days
    Seconds cookie{15552000};    ///< how long a browser keeps the cookie: 180 days; the login itself may end before
};

}  // namespace covision::rpc
