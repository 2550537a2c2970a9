// What a plan begins with: what was agreed by hand, and what was published.

#include <algorithm>

#include "server/features/rota/filling.hpp"

namespace covision::rota {
namespace {

bool valid(Seat seat) { return seat.number >= 1 && seat.number <= Board::seats_of(seat.role); }

/// `leading`: facilitator and presenters come before the others.
void place_pins(const Group& group, Board& board, bool leading) {
    for (const auto& pin : group.pins) {
        const Seat seat{pin.role, pin.slot};
        const int k = board.find_session(pin.session), person = board.find_person(pin.account);
        if (leads(pin.role) != leading || !valid(seat) || k == nobody || person == nobody) continue;
        if (!board.willing(k, person, pin.role)) continue;
        if (k == 0 && pin.role == Role::facilitator && board.pin_yields()) continue;
        if (!leading && board.leads_else(k, person, seat)) continue;
        auto& slot = board.slot(k, seat);
        slot.person = person;
        slot.pinned = true;
        slot.reason.why = pin.why;
        slot.reason.other = pin.other;
    }
    // Chosen for two leading roles: facilitating comes first.
    for (int k = 0; k < board.sessions(); ++k)
        for (const auto seat : Board::seats()) {
            auto& slot = board.slot(k, seat);
            if (seat.role == Role::presenter && slot.person != nobody &&
                board.slot(k, Role::facilitator).person == slot.person)
                slot = Slot{};
        }
}

bool together(const Group& group, Role a, Role b) {
    const auto merges = [&](Role role) {
        return std::any_of(group.rules.merges.begin(), group.rules.merges.end(),
                           [&](const Merge& merge) { return merge.into == role || merge.from == role; });
    };
    return merges(a) && merges(b);
}

const Wish* wish_of(const Group& group, const std::string& account) {
    const auto found = std::find_if(group.wishes.begin(), group.wishes.end(),
                                    [&](const Wish& wish) { return wish.account == account; });
    return found == group.wishes.end() ? nullptr : &*found;
}

/// A turn that was asked for is urgent as long as the wish is.
Reason reason_now(const Group& group, const Duty& duty) {
    auto reason = duty.reason;
    if (reason.why != Why::asked && reason.why != Why::urgent) return reason;
    if (const auto* wish = wish_of(group, duty.account)) reason.why = wish->urgent ? Why::urgent : Why::asked;
    return reason;
}

/// Has missed sessions since the turn was given. Only the next session tells for certain.
bool too_new(const Board& board, int person) {
    if (board.grown(0, person, Role::facilitator)) return false;
    for (int i = 0; i < board.people(); ++i)
        if (board.willing(0, i, Role::facilitator) && board.settled(0, i, Role::facilitator) && !board.pinned(0, i))
            return true;
    return false;
}

bool may_keep(const Group& group, const Board& board, int k, int person, Seat seat) {
    if (!board.wanted(seat) || !board.willing(k, person, seat.role)) return false;
    if (seat.role == Role::facilitator && k == 0 && (too_new(board, person) || must_yield(board, person))) return false;
    if (seat.role == Role::presenter && group.rules.presenter == PresenterRule::queue)
        return wish_of(group, board.id(person)) != nullptr && !board.leads_else(k, person, seat);
    if (leads(seat.role)) return !board.leads_else(k, person, seat);
    return std::none_of(Board::seats().begin(), Board::seats().end(), [&](const Seat& other) {
        return !(other == seat) && board.slot(k, other).person == person && !together(group, other.role, seat.role);
    });
}

void keep_published(const Group& group, Board& board, bool leading) {
    auto published = group.published;
    std::stable_sort(published.begin(), published.end(), [](const Duty& a, const Duty& b) { return a.role < b.role; });
    for (const auto& duty : published) {
        const Seat seat{duty.role, duty.slot};
        const int k = board.find_session(duty.session), person = board.find_person(duty.account);
        if (leads(duty.role) != leading || !valid(seat) || k == nobody) continue;
        auto& slot = board.slot(k, seat);
        if (slot.person == person && slot.pinned) continue;
        if (person != nobody) {
            slot.displaced = person;
            slot.displaced_reason = duty.reason;
        }
        slot.vacated = true;
        if (slot.person != nobody || person == nobody || !may_keep(group, board, k, person, seat)) continue;
        slot = Slot{};
        slot.person = person;
        slot.reason = reason_now(group, duty);
    }
}

/// Somebody was chosen by hand for another's turn: that other one gets the next turn of who stood in.
void hand_over(Board& board, Seat seat) {
    for (int k = 0; k < board.sessions(); ++k) {
        const auto& slot = board.slot(k, seat);
        if (!slot.pinned || slot.reason.why != Why::chosen || slot.displaced == nobody) continue;
        const int owed = slot.displaced;
        for (int later = k + 1; later < board.sessions(); ++later) {
            auto& turn = board.slot(later, seat);
            if (turn.person == owed) break;
            const bool free = !turn.pinned && board.willing(later, owed, seat.role) &&
                              board.grown(later, owed, seat.role) && !board.busy(later, owed);
            if (turn.person != slot.person || !free) continue;
            turn.person = owed;
            turn.reason = slot.displaced_reason;
            break;
        }
    }
}

}  // namespace

void keep(const Group& group, Board& board) {
    place_pins(group, board, true);
    keep_published(group, board, true);
    place_pins(group, board, false);
    keep_published(group, board, false);
    for (const auto seat : Board::seats())
        if (leads(seat.role)) hand_over(board, seat);
}

}  // namespace covision::rota
