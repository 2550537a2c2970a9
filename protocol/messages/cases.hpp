#pragma once
// Cases: writing, checking for identifiers, submitting, the conflict question, reading.

#include "protocol/messages/common.hpp"

namespace covision::protocol {

enum class Wanted { ideas, reflection, being_heard, colleagues_view };
COVISION_ENUM(Wanted, ideas, reflection, being_heard, colleagues_view)

/// Where a member writes about a case: the fields of a case, those of a ballot, an idea, a first step.
enum class WrittenField { title, question, setting, age_band, place_kind, theme, text, keep, change, idea, step };
COVISION_ENUM(WrittenField, title, question, setting, age_band, place_kind, theme, text, keep, change, idea, step)

using CaseText = Confidential<40000>;
using BlurredField = Confidential<80>;

// ---- checking while somebody types: nothing is stored ----

struct FieldText {
    WrittenField field = WrittenField::text;
    CaseText text;
};
COVISION_MESSAGE(FieldText, field, text)

struct Check {
    Id group;
    List<FieldText, 9> fields;
};
COVISION_MESSAGE(Check, group, fields)

enum class FindingLevel { must_replace, review };
COVISION_ENUM(FindingLevel, must_replace, review)

struct Finding {
    /// Code points, half-open.
    Whole<0, 50000> start, end;
    /// NAME, DATE, PHONE …
    Text<20> type;
    FindingLevel level = FindingLevel::review;
    /// One line in the caller's language.
    Text<300> reason;
    List<Confidential<120>, 6> proposals;
};
COVISION_MESSAGE(Finding, start, end, type, level, reason, proposals)

struct FieldFindings {
    WrittenField field = WrittenField::text;
    List<Finding, 5000> findings;
};
COVISION_MESSAGE(FieldFindings, field, findings)

struct Findings {
    List<FieldFindings, 9> fields;
};
COVISION_MESSAGE(Findings, fields)

// ---- what a group wants of the check ----

/// strict: doubtful findings must be replaced too. strict_us: months, seasons and feasts as well.
enum class Strictness { standard, strict, strict_us };
COVISION_ENUM(Strictness, standard, strict, strict_us)

/// Some words of the group's own, matched whole, whatever their case; at least one letter or digit.
using OwnWords = List<Confidential<80, 1>, 200>;

struct Policy {
    Strictness strictness = Strictness::standard;
    /// To replace always, as a clinic's name; and never to flag. None may be in both.
    OwnWords flag, pass;
};
COVISION_MESSAGE(Policy, strictness, flag, pass)

struct PolicyView {
    std::int64_t seq = 0;
    /// 0: nobody has changed the standard yet.
    std::int64_t version = 0;
    /// Who changed it last, and when.
    std::optional<Id> author;
    std::optional<Time> at;
    Policy policy;
};
COVISION_MESSAGE(PolicyView, seq, version, author, at, policy)

/// Refused with `stale` when `based_on` is no longer the version that holds.
struct PolicySet {
    Id group;
    std::int64_t based_on = 0;
    Policy policy;
};
COVISION_MESSAGE(PolicySet, group, based_on, policy)

struct PolicyVersion {
    std::int64_t version = 0;
};
COVISION_MESSAGE(PolicyVersion, version)

// ---- submitting ----

struct Blur {
    BlurredField setting, age_band, place_kind, theme;
};
COVISION_MESSAGE(Blur, setting, age_band, place_kind, theme)

/// A doubtful finding that the author decided to keep.
struct Kept {
    WrittenField field = WrittenField::text;
    Whole<0, 50000> start, end;
};
COVISION_MESSAGE(Kept, field, start, end)

/// Refused with `identifiers_left` (details: places "text:12-17, …") while a certain finding is left or a doubtful
/// one is neither replaced nor kept.
struct CaseSubmit {
    Id group, session;
    Confidential<120, 1> title;
    Confidential<400, 1> question;
    Wanted wanted = Wanted::reflection;
    Blur blur;
    /// May be empty: "I'll tell it".
    CaseText text;
    List<Kept, 500> kept;
    /// The author attests that nobody can be recognised. Must be true.
    bool attested = false;
    /// Days after its session until it is shredded.
    Whole<1, 90> keep_days;
};
COVISION_MESSAGE(CaseSubmit, group, session, title, question, wanted, blur, text, kept, attested, keep_days)

struct CaseSubmitted {
    Id case_id;
};
COVISION_MESSAGE(CaseSubmitted, case_id)

// ---- the conflict question, and reading ----

enum class ConflictAnswer { no, maybe, yes };
COVISION_ENUM(ConflictAnswer, no, maybe, yes)

/// submitted -> closed (its session is over) -> shredded; or withdrawn, which shreds at once.
enum class CaseState { submitted, closed, shredded, withdrawn };
COVISION_ENUM(CaseState, submitted, closed, shredded, withdrawn)

/// Why a case's text is not open to the caller.
enum class Closed { sign_first, before_joining, not_confirmed, answer_first, away, shredded };
COVISION_ENUM(Closed, sign_first, before_joining, not_confirmed, answer_first, away, shredded)

struct CaseSummary {
    Id case_id, session, presenter;
    CaseState state = CaseState::submitted;
    Time submitted_at, shred_at;
    Wanted wanted = Wanted::reflection;
    /// Nothing: the caller may ask cases.show.
    std::optional<Closed> closed;
    /// Absent: not answered yet. Only ever the caller's own.
    std::optional<ConflictAnswer> my_answer;
    /// For the conflict question; absent where the caller may not even see that (before_joining, not_confirmed …).
    std::optional<Blur> blur;
    /// For those to whom the case is open.
    std::optional<Confidential<120>> title;
};
COVISION_MESSAGE(CaseSummary, case_id, session, presenter, state, submitted_at, shred_at, wanted, closed, my_answer,
                 blur, title)

struct CaseList {
    std::int64_t seq = 0;
    List<CaseSummary, 500> cases;
};
COVISION_MESSAGE(CaseList, seq, cases)

struct CaseRef {
    Id group, case_id;
};
COVISION_MESSAGE(CaseRef, group, case_id)

/// Each look is recorded; one sees only one's own looks.
struct CaseView {
    CaseSummary summary;
    Confidential<120> title;
    Confidential<400> question;
    Blur blur;
    CaseText text;
};
COVISION_MESSAGE(CaseView, summary, title, question, blur, text)

struct ConflictReply {
    Id group, case_id;
    ConflictAnswer answer = ConflictAnswer::no;
};
COVISION_MESSAGE(ConflictReply, group, case_id, answer)

// ---- events ----

/// cases.submitted, cases.withdrawn, cases.closed, cases.shredded
struct CaseEvent {
    Id case_id, session;
};
COVISION_MESSAGE(CaseEvent, case_id, session)

/// cases.policy_changed
struct PolicyChanged {
    std::int64_t version = 0;
};
COVISION_MESSAGE(PolicyChanged, version)

/// cases.answered, on the caller's own account feed alone.
struct ConflictAnswered {
    Id group, case_id;
};
COVISION_MESSAGE(ConflictAnswered, group, case_id)

}  // namespace covision::protocol
