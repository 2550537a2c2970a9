#include "server/notify/compose.hpp"

#include <algorithm>
#include <vector>

#include "server/notify/encoding.hpp"

namespace covision::notify {
namespace {

/// A body and the header fields that say what it is, each line with its CRLF.
struct Part {
    std::string head, body;
};

Part text_part(const std::string& type, const std::string& text) {
    return {"Content-Type: text/" + type + "; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n",
            quoted_printable(text)};
}

// In base64, since some calendars are strict about CR LF and no relay touches that.
Part calendar_part(const Message& message) {
    return {"Content-Type: text/calendar; charset=utf-8; method=" + message.method +
                "\r\nContent-Transfer-Encoding: base64\r\n",
            base64_lines(message.calendar)};
}

Part calendar_file(const Message& message) {
    auto part = calendar_part(message);
    // Beside one that is shown as an invitation the file is only a file: as a second invitation it would be asked
    // twice.
    if (message.calendar_inside)
        part.head = "Content-Type: application/ics; name=\"" + message.calendar_file +
                    "\"\r\nContent-Transfer-Encoding: base64\r\n";
    part.head += "Content-Disposition: attachment; filename=\"" + message.calendar_file + "\"\r\n";
    return part;
}

Part multipart(const std::string& kind, const std::vector<Part>& parts) {
    if (parts.size() == 1) return parts.front();
    // "=_" stands in neither base64 nor quoted-printable, so no part can contain a boundary.
    const auto boundary = "=_covision_" + kind;
    Part whole{"Content-Type: multipart/" + kind + "; boundary=\"" + boundary + "\"\r\n", ""};
    for (const auto& part : parts) whole.body += "--" + boundary + "\r\n" + part.head + "\r\n" + part.body;
    whole.body += "--" + boundary + "--\r\n";
    return whole;
}

Part body_of(const Message& message) {
    std::vector<Part> alternatives{text_part("plain", message.text)};
    if (!message.html.empty()) alternatives.push_back(text_part("html", message.html));
    const bool calendar = !message.calendar.empty();
    if (calendar && message.calendar_inside) alternatives.push_back(calendar_part(message));
    std::vector<Part> all{multipart("alternative", alternatives)};
    if (calendar && !message.calendar_file.empty()) all.push_back(calendar_file(message));
    return multipart("mixed", all);
}

const std::string& one_line(const std::string& text) {
    const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
    if (std::any_of(text.begin(), text.end(), control)) throw BadMessage("header");
    return text;
}

bool all_of(const std::string& text, bool (*good)(char)) {
    return !text.empty() && std::all_of(text.begin(), text.end(), good);
}

void check_calendar(const Message& message) {
    const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto of_a_file = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    };
    if (message.calendar.empty()) return;
    if (!all_of(message.method, upper)) throw BadMessage("calendar");
    if (!message.calendar_file.empty() && !all_of(message.calendar_file, of_a_file)) throw BadMessage("calendar");
}

std::string mailbox(const std::string& name, const std::string& address) {
    if (name.empty()) return address;
    // A line of its own, so that the longest name and the longest address both fit.
    return header_phrase(one_line(name)) + "\r\n <" + address + ">";
}

std::string field(const std::string& name, const std::string& value) {
    const auto of_a_name = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'; };
    if (!all_of(name, of_a_name)) throw BadMessage("header");
    return name + ": " + value + "\r\n";
}

}  // namespace

std::string message_id(const Stamp& stamp) {
    return "<" + stamp.token + stamp.from.address.substr(stamp.from.address.rfind('@')) + ">";
}

std::string compose(const Message& message, const Stamp& stamp) {
    const auto to = relay_address(message.to);
    if (!to) throw BadMessage("address");
    check_calendar(message);
    const auto body = body_of(message);
    auto mail = field("Date", mail_date(stamp.date));
    mail += field("From", mailbox(stamp.from.name, stamp.from.address));
    mail += field("To", mailbox(message.to_name, *to));
    mail += field("Subject", header_text(one_line(message.subject)));
    mail += field("Message-ID", message_id(stamp));
    // Nobody's absence note answers a machine (RFC 3834; the second for those who do not know it).
    mail += field("Auto-Submitted", "auto-generated");
    mail += field("X-Auto-Response-Suppress", "All");
    for (const auto& [name, value] : message.headers) mail += field(name, header_text(one_line(value)));
    return mail + "MIME-Version: 1.0\r\n" + body.head + "\r\n" + body.body;
}

}  // namespace covision::notify
