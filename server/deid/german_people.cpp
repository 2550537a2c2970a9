#include "server/deid/german_people.hpp"

#include <string>

#include "server/deid/word_set.hpp"

namespace covision::deid {
namespace {

// Who works, learns or lives where notes are written, as they are shortened.
constexpr std::string_view roles =
    "bwh prob proband probandin lehrperson sozialpad fallfuhrende knastkumpel zimmerkumpel mitinsasse mitpat heilpad heilpads notar notarin stv schw ehrenamt ehrenamtliche ehrenamtlicher ehrenamtlichen heimhilfe bestatter "
    "hofrat primar primaria oberin besuchsdienst lotsin lotse assistentin assistent kanzlei pa pflegekraft pflegehelfer "
    "pflegehelferin pflegefachkraft altenpfleger altenpflegerin krankenschwester krankenpfleger suchtberater suchtberaterin "
    "schuldnerberater schuldnerberaterin beraterin podologin podologe fusspflegerin heilpraktiker heilpraktikerin osteopath "
    "osteopathin hebammenschulerin ratsuchender klassenkamerad schulkamerad schulkameradin kamerad nachmieter nachmieterin "
    "mieter mieterin mieters erblasserin stationsleitung stationsleiter bereichsleiter dolmetscherin ubungsleiter sportlehrer "
    "sportlehrerin mathelehrer deutschlehrerin religionslehrerin religionslehrer krankenhausseelsorger pfarrers zahnarztin "
    "frauenarzt frauenarztin kinderarzt kinderarztin neurologe neurologin nervenarzt internist internistin urologe orthopade "
    "kardiologe kardiologin onkologe onkologin diabetologe psychotherapeut psychotherapeutin azubi azubine auszubildende auszubildender praktikant praktikantin prakt fsjler fsjlerin bufdi werkstudent "
    "werkstudentin nachtwache fruhd spatd nachtd wbl pdl hwl bezugspfl "
    "bezugsperson bezugsbetreuer bezugsbetreuerin bezugsther bezugstherapeut bezugstherapeutin psychoth "
    "physiother physiotherapeut ergother ergotherapeut ergotherapeutin logopade logopadin kunsttherapeut "
    "kunsttherapeutin musiktherapeut musiktherapeutin korperther heilpadagogin heilpadagoge padagogin padagoge sozpad sozarb "
    "schulsozialarbeiter schulsozialarbeiterin schulpsych schulpsychologe schulpsychologin schulbegleitung schulbegleiter "
    "schulbegleiterin schulbegl integrationshelfer integrationshelferin inklusionshelferin klassleitung klassenleitung "
    "klassenlehrkraft klassenl lehrkraft fachlehrer fachlehrerin vertrauenslehrer vertrauenslehrerin rektor rektorin "
    "konrektor konrektorin schulleitung hortnerin tagesmutter tagesvater leihoma gruppenleiter gruppenleiterin "
    "gruppenleitung teamleiter teamleiterin teamleitung einrichtungsleitung heimleitung heimleiter heimleiterin hausleitung "
    "fallfuhrung fallfuhrend fallverantwortung fallmanagerin fallmanager casemanagerin moderatorin prot "
    "protokollant protokollantin vertr vertretung ltg leitung teilnehmer teilnehmerin "
    "anw anwalt anwaltin verfahrensbeistand verfahrensbeistandin verfahrenspfleger verfahrenspflegerin umgangspfleger "
    "umgangspflegerin erganzungspfleger erganzungspflegerin umgangsbegleiterin umgangsbegleiter vormundin beistand "
    "beistandin berufsbetreuer berufsbetreuerin betr betreuungsrichter rechtspfleger rechtspflegerin familienrichter "
    "familienrichterin staatsanwalt staatsanwaltin gerichtsvollzieher gutachterin bewahrungsh spfh familienhelferin "
    "familienhelfer fanhi haushaltshilfe putzhilfe hausmeister hausmeisterin hausverwalter trainerin ubungsleiter "
    "ubungsleiterin dolm dolmetsch sprachmittler sprachmittlerin ubersetzer ubersetzerin pfr pfarrvikar gemeindereferent "
    "gemeindereferentin pastorin imam hodscha seels ordensschwester koll kollegen mitarb fam angeh angehoriger "
    "angehorige nachb nachbarn nachbars nachbarsjunge nachbarskind mitbew mitbewohnern zimmernachb zimmerkollege vermieter "
    "hauswirtin vorgesetzter vorgesetzte abteilungsleiter abteilungsleiterin schichtleiter schichtfuhrer filialleiterin "
    "filialleiter arbeitskollege arbeitskollegin kommilitone kommilitonin klassenkamerad klassenkameradin banknachbar "
    "spezl spezi haberer gspusi kollegah bewohnerin bew bewo klient klientin kl kln pat patientin mdt ratsuchende "
    "schuler schulerin kind ki kd saugling baby bub madel madchen junge zwillinge drillinge zw geschwister jugendlicher "
    "jugendliche jgdl notfallkontakt ansprechperson sb kontaktperson taufpate taufpatin firmpate firmpatin paten "
    "patenkind taufling verlobten vergewaltiger tater taterin zeuge zeugin beschuldigter geschadigte opfer betroffene "
    "zuw uberweiser zuweiser zuweiserin ";
constexpr std::string_view kin_forms =
    "bruders vaters sohnes ehemanns ehemannes mannes onkels opas opa oma omas grossvaters grossmutter uropa uroma "
    "urgrossmutter urgrossvater urenkel urenkelin "
    "freundes partners sohnen sohne brudern bruder schwestern schwagers neffen enkeln enkels schwiegersohn schwiegersohnes "
    "schwiegertochter schwiegereltern schwiegermama schwiegerpapa stiefpapa stiefmama stiefbruder stiefschwester stiefopa "
    "stiefoma stiefvaters halbgeschwister halbschwestern halbbrudern pflegeeltern pflegekind pflegebruder pflegeschwester "
    "pflegeoma adoptivmutter adoptivvater adoptivsohn adoptivtochter adoptiveltern kindsvater kindsmutter kindesvater "
    "kindesmutter kv km kvs kms pv gm gv lebensgef lebensgefahrten lebensgefahrten expartner "
    "expartnerin expartners exverlobter exfreundes exmannes geliebte geliebter verlobten verlobte braut "
    "brautigam cousins cousinen tanten vetter grosstante grossonkel grosscousin mutti vati muddi papi mamas papas "
    "mutters eltern tochterchen sohnchen sohnemann zwillingsbruders jungste jungster alteste altester mittlere grosse kleine kleiner "
    "ehegatte ehegattin gatte gattin ehepartner witwe witwer freunden freundinnen clique kumpels busenfreund jugendfreund "
    "jugendfreundin jugendliebe schulfreund schulfreundin mitschulerinnen schw ";
constexpr std::string_view animals =
    "hund hundin hunde hundes welpe kater katze katzen katzchen kaninchen hase hamster meerschweinchen meerschwein "
    "wellensittich wellensittiche papagei kanarienvogel pferd pony stute wallach hengst dackel pudel labrador mischling "
    "terrier schaferhund blindenhund assistenzhund therapiehund schulhund teddy kuscheltier stofftier schildkrote esel ziege";
// Short forms that a name follows and nothing else.
constexpr std::string_view rank_words =
    "ri rin riag riinag rilg riolg stanw ostanw ra rae rain raa oa oae ca cae aa aae fae stra strin ostr ostrin "
    "stdin ostd foll dipl khk khkin kok kokin kk kkin phk phkin pok pokin pk pkin pmin "
    "sr pfr pfrin dres hrn frl fam familie ehepaar eheleute geschwister prim univ dgkp dgks ing lic phil cand";
const WordSet ranks(rank_words);
const WordSet leading(
    std::string(roles).append(" ").append(kin_forms).append(" ").append(animals).append(" ").append(rank_words));

bool passes(const Note& note, std::size_t i) {
    return note.sign(i, '.') || note.sign(i, ':') || note.sign(i, '(') || note.sign(i, '"');
}

}  // namespace

bool person_before(const Note& note, std::size_t i) {
    if (i == 0 || !note.at(i).german || !note.joined(i)) return false;
    std::size_t lead = i - 1;
    for (int signs = 0; signs < 3 && lead > 0 && passes(note, lead) && note.joined(lead); ++signs) --lead;
    const Token& word = note.at(lead);
    if (!word.word() || (!word.capital && !note.lower_style)) return false;
    return leading.has(word);
}

std::size_t rank_before(const Note& note, std::size_t i) {
    if (i == 0 || !note.at(i).german || !note.joined(i)) return i;
    const std::size_t lead = note.sign(i - 1, '.') && note.glued(i - 1) && i > 1 ? i - 2 : i - 1;
    return note.at(lead).word() && (note.at(lead).capital || note.lower_style) && ranks.has(note.at(lead)) ? lead : i;
}

}  // namespace covision::deid
