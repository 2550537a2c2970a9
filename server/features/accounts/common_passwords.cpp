// Passwords that are tried first. Not a list of leaked ones but what makes them common: a handful of words, what people
// do to them, rows of keys and repetition. It covers many thousand spellings in a page.

#include <algorithm>
#include <iterator>

#include "server/features/accounts/rules.hpp"

namespace covision::accounts {
namespace {

// Lower case, without digits: those at the end are taken off before looking. Words of one's own field belong here too.
constexpr std::string_view words[]{
    // English
    "password", "passwort", "passw", "pass", "passphrase", "passcode", "secret", "letmein", "welcome", "welcomeback",
    "login", "signin", "admin", "administrator", "root", "toor", "user", "username", "guest", "test", "testing",
    "tester", "testtest", "default", "changeme", "change", "changeit", "temp", "temporary", "demo", "example", "sample",
    "master", "access", "server", "system", "computer", "internet", "google", "facebook", "microsoft", "windows",
    "apple", "samsung", "android", "iphone", "linkedin", "whatsapp", "instagram", "youtube", "amazon", "ebay",
    "netflix", "iloveyou", "loveyou", "ilovegod", "lovely", "loveme", "iloveme", "love", "lover", "forever", "princess",
    "prince", "queen", "king", "angel", "angels", "baby", "babygirl", "babyboy", "sweetheart", "honey", "sugar",
    "darling", "sunshine", "rainbow", "flower", "flowers", "butterfly", "beautiful", "blessed", "blessing", "jesus",
    "jesuschrist", "christ", "godisgood", "heaven", "faith", "hope", "grace", "peace", "freedom", "liberty", "justice",
    "trustno", "monkey", "dragon", "tiger", "lion", "eagle", "falcon", "phoenix", "panther", "wolf", "kitty", "kitten",
    "puppy", "doggy", "dolphin", "elephant", "football", "baseball", "basketball", "softball", "hockey", "soccer",
    "liverpool", "chelsea", "arsenal", "barcelona", "juventus", "cowboys", "steelers", "yankees", "lakers", "superman",
    "batman", "spiderman", "ironman", "starwars", "startrek", "pokemon", "pikachu", "minecraft", "fortnite", "naruto",
    "matrix", "gandalf", "shadow", "ninja", "hunter", "killer", "soldier", "warrior", "samurai", "assassin", "ranger",
    "maverick", "whatever", "nothing", "something", "everything", "anything", "nopassword", "mypassword", "thepassword",
    "private", "cheese", "chocolate", "cookie", "coffee", "banana", "orange", "cherry", "pepper", "ginger",
    "strawberry", "spring", "summer", "autumn", "winter", "january", "february", "march", "april", "june", "july",
    "august", "september", "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday",
    "saturday", "sunday", "london", "newyork", "america", "england", "scotland", "ireland", "canada", "australia",
    "california", "texas", "michael", "jennifer", "jessica", "michelle", "ashley", "nicole", "daniel", "andrew",
    "joshua", "thomas", "robert", "charlie", "george", "jordan", "matthew", "anthony", "william", "alexander",
    "elizabeth", "samantha", "victoria", "patricia", "christopher", "benjamin", "richard", "maggie", "hannah", "mother",
    "father", "family", "friends", "happy", "smile", "lucky", "money", "dollar", "diamond", "silver", "golden",
    "purple", "yellow", "green", "black", "white", "mustang", "corvette", "ferrari", "porsche", "mercedes", "harley",
    "yamaha", "guitar", "music", "metallica", "nirvana", "hello", "helloworld", "hellohello", "hithere", "goodbye",
    "please", "thankyou", "abc", "abcd", "abcdef", "asdf", "asdfasdf", "qwer", "qwert", "qwerty", "qwertz", "azerty",
    "qwerqwer", "qazwsx", "zxcv", "zxcvbn", "yxcvbnm",
    // German
    "kennwort", "geheim", "geheimnis", "meinpasswort", "neuespasswort", "standard", "benutzer", "gast", "anmeldung",
    "hallo", "hallohallo", "hallowelt", "willkommen", "schatz", "schatzi", "liebe", "liebling", "ichliebedich", "engel",
    "prinzessin", "sonne", "sonnenschein", "sommer", "fruehling", "herbst", "januar", "februar", "oktober", "dezember",
    "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "berlin", "hamburg", "muenchen",
    "koeln", "frankfurt", "stuttgart", "dresden", "leipzig", "wien", "zuerich", "deutschland", "schweiz", "bayern",
    "fussball", "schalke", "dortmund", "borussia", "werder", "mama", "papa", "mamapapa", "familie", "freunde", "schule",
    "arbeit", "urlaub", "katze", "hund", "maus", "mausi", "hase", "hasi", "tiger", "pferd", "blume", "schmetterling",
    "schokolade", "kaffee", "banane", "erdbeere", "alexander", "andreas", "christian", "stefan", "matthias",
    "sebastian", "florian", "katharina", "christina", "stefanie", "sabine", "claudia", "susanne",
    // this house and its field
    "covision", "kovision", "intervision", "supervision", "supervisor", "peersupervision", "consultation", "beratung",
    "therapy", "therapist", "therapie", "therapeut", "psychology", "psychologie", "psychotherapie", "counselling",
    "counseling", "coaching", "praxis", "practice", "klinik", "clinic", "group", "gruppe"};

constexpr std::string_view rows[]{"01234567890123456789",
                                  "09876543210987654321",
                                  "abcdefghijklmnopqrstuvwxyz",
                                  "zyxwvutsrqponmlkjihgfedcba",
                                  "qwertyuiopasdfghjklzxcvbnm",
                                  "qwertzuiopasdfghjklyxcvbnm",
                                  "azertyuiopqsdfghjklmwxcvbn",
                                  "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
                                  "1q2w3e4r5t6y7u8i9o0p",
                                  "1q2w3e4r5t6z7u8i9o0p",
                                  "q1w2e3r4t5y6u7i8",
                                  "qazwsxedcrfvtgbyhnujm",
                                  "147258369",
                                  "741852963",
                                  "qweasdzxc",
                                  "asdfghjkl",
                                  "1234qwerasdfyxcv",
                                  "1234qwerasdfzxcv",
                                  "qwer1234",
                                  "asdf1234",
                                  "abcd1234",
                                  "abc12345",
                                  "1234abcd",
                                  "a1b2c3d4e5f6",
                                  "aa12345678",
                                  "a12345678",
                                  "11223344556677"};

bool contains(std::string_view word) { return std::find(std::begin(words), std::end(words), word) != std::end(words); }

bool is_row(std::string_view text) {
    return std::any_of(std::begin(rows), std::end(rows),
                       [text](std::string_view row) { return row.find(text) != std::string_view::npos; });
}

// "aaaaaaaa", "12121212", "abcabcabc", "testtest"
bool is_repeated(std::string_view text) {
    for (std::size_t period = 1; period <= text.size() / 2 && period <= 4; ++period)
        if (text.substr(period) == text.substr(0, text.size() - period)) return true;
    return false;
}

std::string without_tail(std::string_view text) {
    while (!text.empty() && std::string_view("!.?*#@$-_+ ").find(text.back()) != std::string_view::npos)
        text.remove_suffix(1);
    while (!text.empty() && text.back() >= '0' && text.back() <= '9') text.remove_suffix(1);
    return std::string(text);
}

std::string plain_letters(std::string text) {
    constexpr std::string_view from = "013457@$!", to = "oieastasi";
    for (char& c : text)
        if (const auto at = from.find(c); at != std::string_view::npos) c = to[at];
    return text;
}

}  // namespace

bool is_common(std::string_view password) {
    std::string text(password);
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (is_row(text) || is_repeated(text)) return true;
    const auto stem = without_tail(text);
    // Digits alone are a date or a number counted up: nothing is left of them.
    return stem.empty() || contains(stem) || contains(plain_letters(stem)) || contains(plain_letters(text));
}

}  // namespace covision::accounts
