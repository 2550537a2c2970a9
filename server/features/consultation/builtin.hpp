#pragma once
// The formats that come with Covision, one file each.

#include "server/features/consultation/formats.hpp"

namespace covision::consultation {

/// Solution-focused reflecting team, 35 minutes (Norman 2003).
Format reflecting_team();
/// Six-phase peer consultation, 40 minutes (after Tietze).
Format intervision();
/// Eight steps, hypotheses apart from solutions, 65 minutes (Haug-Benien 1998).
Format case_consultation();
/// Leaderless and in Balint's manner: no advice at all, 45 minutes.
Format balint();
/// An interview and a team that reflects on it, 45 minutes (Andersen 1987).
Format interview_team();
/// A dilemma and a framed question, 50 minutes (after the Consultancy of the National School Reform Faculty).
Format consultancy();
/// One person's turn among four to six, 15 minutes (Liberating Structures).
Format wise_crowds();
/// One person's turn in a group of three, 11 minutes.
Format troika();
/// Nobody brings a case: check-in, sharing in turns, closing, 50 minutes (our own).
Format peer_support();

// Around the consultations; our own.
/// 5 minutes: arriving, is recording off, what is on the agenda.
Format arrival();
/// 2 minutes in which nobody speaks.
Format quiet();
/// "break", 5 minutes.
Format pause_between();
/// Somebody tells how a first step went.
Format echo();
/// 5 minutes: what everybody takes away.
Format closing();

}  // namespace covision::consultation
