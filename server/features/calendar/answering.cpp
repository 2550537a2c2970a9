// Answers by a link from a mail, without a login. Looking consumes nothing.

#include "server/features/calendar/calls.hpp"

namespace covision::calendar {
namespace {

Refused unknown() { return {"link_unknown", "This link does not work any more. Sign in to see your sessions."}; }

}  // namespace

Nothing check_peek(Read&, const protocol::AnswerPeek&) { return {}; }
Nothing check_answer(Read&, const protocol::AnswerByLink&) { return {}; }

protocol::AnswerLink peek_answer(Write&, const protocol::AnswerPeek&, Nothing&) { throw unknown(); }
protocol::AnswerLink answer(Write&, const protocol::AnswerByLink&, Nothing&) { throw unknown(); }
protocol::AnswerLink give_up(Write&, const protocol::AnswerPeek&, Nothing&) { throw unknown(); }

}  // namespace covision::calendar
