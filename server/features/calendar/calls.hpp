#pragma once
// The functions behind the methods, for methods.cpp alone.

#include "server/features/calendar/table.hpp"

namespace covision::calendar {

// settings.cpp
protocol::CalendarSettings settings(Read& read, const protocol::Empty& params);
protocol::Empty set(Write& write, const protocol::CalendarChoice& params);
protocol::FeedMade make_feed(Write& write, const protocol::Empty& params);
void blank(protocol::FeedMade& made);
void reveal(Write& write, protocol::FeedMade& made);
protocol::Empty end_feed(Write& write, const protocol::Empty& params);

// answering.cpp: without a login
struct Nothing {};
Nothing check_peek(Read& read, const protocol::AnswerPeek& params);
protocol::AnswerLink peek_answer(Write& write, const protocol::AnswerPeek& params, Nothing& nothing);
Nothing check_answer(Read& read, const protocol::AnswerByLink& params);
protocol::AnswerLink answer(Write& write, const protocol::AnswerByLink& params, Nothing& nothing);
protocol::AnswerLink give_up(Write& write, const protocol::AnswerPeek& params, Nothing& nothing);

}  // namespace covision::calendar
