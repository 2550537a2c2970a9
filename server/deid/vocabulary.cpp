// The closed classes of words, folded (lower case, no accents, no apostrophes). English and German stand side by side:
// mixed notes are common. The tagger learns from these classes: who changes one trains it anew (train/README.md).
#include "server/deid/lexicon.hpp"

namespace covision::deid {
namespace {

struct Words {
    std::uint64_t classes;
    std::string_view words;
};

constexpr Words vocabulary[] = {
    {title | female, "mrs miss ms frau madam mme"},
    {title | short_title, "gez"},
    {title, "ehepaar eheleute"},
    {title,
     "mr mister sir rev reverend fr hr herr herrn hrn senor senora signora officer detective sergeant pastor "
     "pfarrer pfarrerin diakon diakonin pater kaplan vikar vikarin rabbi imam judge sgt capt cllr sra srta"},
    {title | doctor, "dr drs doctor doktor doc prof professor professorin dres med dipl psych phil rer nat"},
    {instrument,
     "sign signs clamp clamps retractor retractors drain drains catheter forceps point maneuver manoeuvre fracture "
     "ulcer cyst pouch tube incision procedure splint needle cannula stent suture sutures brace bandage contracture "
     "node nodes triad graft flap valve stain speculum curette elevator scissors zeichen zange klemme punkt manover "
     "drainage katheter fraktur trias schema lagerung pin pins tong tongs punch punches drill drills collar collars "
     "device devices port ports grasper dissector osteotome osteotomes nail nails rod rods wire wires guide stapler "
     "technique tray axis ligament fascia canal hernia repair osteotomy anastomosis resection exposure release "
     "tenotomy lines views grade nadel nadeln haken draht drahte nagel platte schraube schrauben winkel linie zugang "
     "technik operation op binde verband schiene schema spreizer sperrer pinzette schere sonde drain handgriff probe "
     "mobilisation naht rohr tubus reflex stufenschema figur dreieck block "
     "anchor anchors bougie bougies chopper shaver lens paresis holder shunt plexus cautery sling bolt dissectors "
     "bougie knot urethrotom kugelzange speculum retraktor spekulum katheter pouch conduit "
     "protocol rongeur rongeurs trocar trocars prosthesis cement mesh valve valves pacemaker plate screw screws"},
    {degree, "med psych phil rer nat magister"},
    {title | doctor, "magister mag"},
    {title | kin, "omi opi nanna aunt auntie uncle grandma grandpa granny nana tante onkel oma opa cousin cousine"},
    {title | staff, "nurse matron coach schwester pfleger"},
    {title | doctor, "iur oa oberarzt oberarztin chefarzt chefarztin rain"},
    {kin,
     "mother father mum mom mummy dad daddy sister brother son daughter wife husband partner boyfriend girlfriend "
     "friend mate buddy buddies friends stepfather stepmother stepdad stepmum stepmom stepson stepdaughter stepsister stepbrother "
     "niece nephew grandson granddaughter grandmother grandfather fiance fiancee ex twin baby roommate flatmate "
     "housemate neighbor neighbour boss colleague classmate bestie spouse sibling girlfriends boyfriends sons "
     "daughters brothers sisters friends children kids dog cat inlaw manager landlord coworker victim abuser child "
     "mam nan nanna nanny gran gramps grandad granddad pops mommy hubby missus bro sis bf gf gogo abuela "
     "abuelo nonna nonno babcia halmoni hubbie godmother godfather godson goddaughter "
     "stepkids lodger bffs carer mil fil sil bil caretaker landlady"},
    {kin,
     "mutter vater mama papa schwester bruder sohn tochter frau ehefrau mann ehemann partner partnerin freund "
     "freundin stiefvater stiefmutter stiefsohn stieftochter nichte neffe enkel enkelin enkeltochter enkelsohn "
     "grossmutter grossvater verlobte verlobter zwilling mitbewohner mitbewohnerin nachbar nachbarin chef chefin "
     "kollege kollegin mitschuler mitschulerin halbschwester halbbruder exfreund exfreundin exmann exfrau kinder sohne tochter "
     "tochtern sohne schwager schwagerin schwiegermutter schwiegervater hund katze kind enkelkind lebensgefahrte "
     "vermieter vermieterin mitpatient mitpatientin zimmernachbar zimmernachbarin rufname spitzname lebensgefahrtin omi opi mami papi kumpel busenfreundin patentante patenonkel pflegemutter pflegevater "
     "pflegesohn pflegetochter zwillingsschwester zwillingsbruder exfreunde lebenspartner lebenspartnerin"},
    {staff,
     "therapist counsellor counselor teacher psychologist psychiatrist supervisor worker gp physician doctor "
     "midwife therapeut therapeutin lehrer lehrerin psychologin psychologe psychiater psychiaterin hausarzt "
     "hausarztin arzt arztin betreuer betreuerin sozialarbeiterin sozialarbeiter erzieherin erzieher trainer "
     "trainerin hebamme klassenlehrer klassenlehrerin fachperson stationsarzt stationsarztin assistenzarzt "
     "assistenzarztin richter richterin gutachter gutachterin seelsorger seelsorgerin koll mitarbeiterin sachbearbeiter "
     "sachbearbeiterin vorarbeiter vorarbeiterin bewahrungshelfer bewahrungshelferin vormund hospitant hospitantin"},
    {month,
     "january february march april may june july august september october november december jan feb mar apr jun "
     "jul aug sep sept oct nov dec januar februar marz mai juni juli oktober dezember okt dez maerz janner feber"},
    {ambiguous_month, "may march mar dec jan mai"},
    {weekday,
     "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
     "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag"},
    {says,
     "said says told tells reported reports stated states felt feels thinks thought believes explained described "
     "describes cried cries came comes went goes wants wanted asked asks called calls presented presents attended "
     "lives lived works worked replied admitted denies denied agreed refused arrived left moved knows knew got "
     "took texted phoned rang laughed shared disclosed struggled struggles began started tried sleeps slept "
     "experienced attends expressed mentioned insisted loves hates gave made saw died whispered shouted hit"},
    {says,
     "sagt sagte erzahlt erzahlte berichtet berichtete meint meinte fuhlt fuhlte kommt kam geht ging weint weinte "
     "wohnt wohnte arbeitet arbeitete erlebt erlebte mochte wollte will fragt fragte schildert schilderte "
     "beschreibt beschrieb gab rief schrieb lebt lebte leidet litt starb zog verliess spricht sprach nannte "
     "denkt dachte schlaft glaubt glaubte besucht besuchte"},
    {is_verb,
     "is was has had will would can could does did doesnt didnt wasnt isnt hasnt should might seems seemed "
     "appears appeared became becomes looks looked ist war hat hatte wird wurde kann konnte soll scheint"},
    {toward,
     "with told asked met saw called texted and between for to about from phoned contacted hugged married dating "
     "kissed named mit und von uber bei fur gegen zu ohne an heiratete traf about by"},
    {called, "named called name namens heisst heissen heisse genannt hiess vorname nachname surname firstname"},
    {label,
     "client patient name re attn clt pt klient klientin patientin vorname nachname mandant contact author "
     "student pupil participant presenter informant survivor veteran klientel vorgestellt fallgeberin "
     "fallgeber beraterin berater bewohner bewohnerin kind protokoll moderation attending resident surgeon scribe "
     "dictated transcribed anaesthetist anesthesiologist interpreter applicant claimant passenger tenant guardian nok "
     "operateur operateurin assistenz ansprechpartner ansprechpartnerin behandler behandlerin dolmetscher dolmetscherin "
     "bezugspflege verfasser verfasserin"},
    {greeting, "dear hi hello hey liebe lieber hallo sehr geehrte geehrter geehrten"},
    {signature, "regards sincerely thanks cheers love signed yours gruss grusse mfg grussen"},
    {particle,
     "do dos von van de der den del della di da la le du zu zum zur vom al el bin ibn ben dos das ter ten y af av "
     "mac st"},
    {harmless,
     "mondays tuesdays wednesdays thursdays fridays saturdays sundays internet facebook instagram whatsapp "
     "youtube google zoom skype netflix tiktok twitter snapchat tinder bumble grindr xbox playstation iphone "
     "ipad android uber wikipedia reddit discord olympics judaism latin latino latina hispanic caribbean jew "
     "jews jewish islam muslim muslims christianity christians catholic protestant buddhism buddhist hindu "
     "hinduism sikh european europeans american americans asian asians african africans arab arabs british "
     "celtic roma sinti western eastern english german french spanish turkish kurdish thanksgiving halloween "
     "valentine ramadan easter hanukkah passover diwali minecraft fortnite roblox lego disney headspace "
     "betterhelp alexa siri teams microsoft apple amazon ebay paypal spotify email emails bible quran torah "
     "kia ora koutou freudian jungian rogerian kleinian lacanian oedipal oedipus narcissus cinderella covid corona brexit levis "
     "sertraline ptsd adhd max xmas gawd dj aries taurus gemini leo virgo libra scorpio sagittarius capricorn "
     "aquarius pisces zulu xhosa maori pakeha igbo yoruba hausa tamil sinhalese punjabi pashtun tajik uzbek hazara "
     "kurd kurds yazidi berber basque catalan cornish samoan tongan inuit navajo cherokee lakota aboriginal romani sami "
     "pia vsnr reha meds msg poa dpoa klin sess wk abd abdo resp cardio neuro gastro endo neo obs auth qs inj tab tabs cap caps syr supp derm ortho psych uro haem "
     "amd ent min approx appt gmail hotmail outlook navy marines airforce "
     "toyota honda subaru ferrari tesla audi bmw porsche chrysler dodge jeep nissan mazda lexus hyundai nike adidas "
     "fila canon nikon samsung casio xiaomi airpods marvel pokemon fanta pepsi nutella gucci prada lidl aldi tesco asda "
     "nandos mcdonalds starbucks costco walmart ikea kfc edeka rewe rossmann samichlaus "
     "bruh brah dude lmao lmaooo omg luv kinda lotta gonna wanna lol kpop jpeg trans youre theres eachother "
     "swabian bavarian jesus christ allah buddha satan asia africa europe america asien afrika europa amerika"},
    {inner_particle, "der den das la zu zum zur y af av a st mac"},
    {us_state,
     "al ak az ar ca co ct de dc fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh "
     "ok or pa ri sc sd tn tx ut vt va wa wv wi wy pr ap ae"},
    {place_before,
     "in from near to at outside around toward towards leaving visiting aus nach bei nahe richtung via of "
     "across north south east west central upper lower"},
    {lives,
     "lives lived living live moved moving move born raised resides resident grew relocated based travelled "
     "traveled commutes flew staying stays wohnt wohne wohnte wohnen wohnhaft geboren lebt lebte lebe zog zieht "
     "gezogen aufgewachsen umgezogen stammt kommt komme pendelt visited visiting located"},
    {street,
     "street st road rd avenue ave lane ln drive dr close court ct crescent cres square sq terrace place pl way "
     "boulevard blvd grove gardens parkway pkwy highway hwy circle cir trail mews row walk hill green park rise "
     "view mount wharf quay loop pike turnpike plaza alley path junction jct crossing station estate manor "
     "ridge ridges landing hollow run point pass creek cove bend heights summit meadow meadows mill mills "
     "mission forge fork fort freeway glen haven isle islands knoll lodge orchard oval parade spring springs "
     "spur stream track trace tunnel union valley viaduct village ville vista stravenue causeway bypass "
     "burg common corner course expressway extension field fields ford garden harbor harbour inlet island key "
     "lake lakes light locks mountain neck passage plain port prairie radial ramp ranch rapid rest river road "
     "roads route shoal shore shores skyway square squares throughway trafficway underpass unions well wells"},
    {org_head,
     "school hospital university college clinic church ltd limited inc plc llc gmbh ag ev kg academy institute "
     "surgery practice trust centre center primary infirmary nursery kindergarten library bank company corp "
     "corporation group council foundation charity society association supermarket restaurant schule "
     "pflegedienst hospizdienst sozialstation tierheim wohngruppe "
     "grundschule gymnasium realschule gesamtschule klinik klinikum krankenhaus universitat hochschule "
     "praxis kita gemeinde verein stiftung jugendamt amtsgericht agency mosque temple synagogue prison jail "
     "shelter hostel hotel cafe grundschule hauptschule kindertagesstatte tagesklinik uniklinik "
     "ambulance pharmacy rehab rehabilitation cathedral chapel parish salon dealership apotheke pflegeheim altenheim "
     "seniorenheim seniorenzentrum seniorenresidenz altenzentrum sanitatshaus spedition kirchengemeinde pfarrei "
     "universitatsklinikum fachklinik charite hospice department ministry sons associates partners"},
    {works,
     "works worked working work employed employee job teaches taught studies studied studying student attends "
     "attended enrolled volunteers volunteered arbeitet arbeitete angestellt beschaftigt studiert jobbt "
     "besucht manages joined lectures lectured lecturer interned interns apprenticed temps temping insured banks "
     "gejobbt volontiert"},
    {at_for, "at for by with bei beim fur the an der das die am im a"},
    {english, "the and of to is was with her his she he they that has had for been this not but who when about which"},
    {german,
     "der und ist nicht mit das ein eine ich sie wird auf dem den sich auch hat bei als von zu im nach seit ihre "
     "ihr sein seine einen einer wurde dass uber aber aus am fur noch wenn oder wir mich mir"},
    {stop,
     "i the a an she he they we you it his her their our your my this that these those there then when while what "
     "who why how where which if but and or so yes no not never also after before since during because although "
     "however today yesterday tomorrow christmas easter god ok okay eid hanukkah ramadan covid tv gp a&e im ill "
     "id youre hes shes theyre its thats dont didnt ive weve both each all some many more most other another at "
     "in on to for from with by of as is was are were be been has had have do does did will would can could "
     "should may might must let once just only still even well very too here now next last first second third "
     "one two three four five six seven eight nine ten new old good please thanks thank sorry hello despite "
     "whilst until unless maybe perhaps sometimes often overall apparently recently currently previously"},
    {stop,
     "der die das ein eine einer eines einem einen und oder aber ich du er sie es wir ihr mein meine dein deine sein "
     "seine ihre ihren ihrem ihrer unser unsere dieser diese dieses jener wenn dann weil dass als wie wo was wer "
     "warum nicht nie auch nach vor seit bei mit von zu zum zur im in am an auf aus bis durch fur gegen ohne um "
     "heute gestern morgen weihnachten ostern gott ja nein danke bitte sehr so nun noch schon nur immer oft "
     "manchmal bisher zuerst zuletzt danach dabei dort hier beide alle viele einige mehr andere trotz wahrend "
     "mitte anfang ende sowie ihn ihm mich mir uns euch man hat ist war wird sind waren haben wurde tag woche "
     "stunde sitzung therapie jahr jahre monat monate"},
    {id_word,
     "mrn id lic chiffre identifier passport licence license nhs ssn record file case ref reference policy membership member "
     "hospital aktenzeichen az reisepass personalausweis ausweis versichertennummer versicherungsnummer "
     "sozialversicherungsnummer rentenversicherungsnummer steuernummer steuer fallnummer patientennummer "
     "mitgliedsnummer insurance medicare medicaid ssid badge certificate serial device chart bsn nino nir dni "
     "nie urn crn steueridnr krankenversichertennummer aktennummer social security vin fein ein dea npi "
     "driver drivers national pass passnummer fuhrerschein fuhrerscheinnummer permit identity sin tfn aadhaar "
     "aadhar uhid chi hcn ohip ramq mbi svnr ahv pesel personnummer cpr fodselsnummer rijksregisternummer "
     "burgerservicenummer nif codice kvnr rvnr sv kundennummer patientenid lanr bsnr dossier expediente claim "
     "claims subscriber enrollment enrolment student employee accession encounter specimen imei npi gmc nmc hcpc "
     "polizze zeichen versicherungsschein ni pps ppsn hetu pan curp cpf rut cuit nric hkid docket cas fall fallid "
     "geschaftszeichen gz kassenzeichen steuerid steueridentifikationsnummer hosp hospno nhi ihi dva ahn avs inss "
     "niss insz tckn oib egn cnp jmbg amka amm rfc matricula permis cns ssn vers versnr mitglied mitgliedsnr "
     "wristband armband konserve blutkonserve sz personalnummer matrikelnummer kennung beihilfenummer incident crime ticket warrant"},
    {handle_word,
     "insta instagram ig snap snapchat sc tiktok twitter discord telegram reddit tumblr twitch facebook fb skype "
     "xbox psn steam username handle nickname benutzername nutzername profil kik threema tinder grindr bumble "
     "onlyfans bluesky mastodon threads"},
    {phone_word,
     "phone telephone tel mobile cell fax call called ring rings ringing rang text texted number dial contact reach landline "
     "handy telefon telefonnummer handynummer mobil rufnummer anrufen nummer erreichbar whatsapp mob ph "
     "phones"},
    {plate_word,
     "plate registration reg kennz license licence numberplate vehicle car kennzeichen auto wagen nummernschild "
     "pkw van plates rego numberplates matricula kenteken targa immatriculation nummernschilder ute truck lkw motorbike motorrad fahrzeug reg "
     "vw audi bmw opel toyota honda nissan mazda volvo skoda renault peugeot citroen fiat kia hyundai tesla "
     "vauxhall subaru mitsubishi suzuki polo golf passat corolla fiesta astra corsa hilux sprinter octavia fabia clio"},
    {account_word,
     "account acct iban konto kontonummer sort card bank routing kreditkarte bankverbindung visa mastercard "
     "amex acc bic swift mastercard debit credit kreditinstitut girokonto sparbuch bsb depot blz bankleitzahl "
     "beneficiary payee"},
    {number_word, "number no nr num nummer numbers is lautet ist code pin passcode"},
    {day_before,
     "on since until till til by before after from of am vom seit bis ab zum den dated datum date between "
     "around das dem and und born dob"},
    {day_event,
     "due appt appointment adm admitted admission discharged discharge dated visit visited seen session sitzung termin "
     "closes ends begins starts opens expires booked scheduled spoke endet beginnt schliesst gebucht "
     "aufnahme entlassung entlassen aufgenommen stand datum meeting hearing court review revoked fit hv frist till "
     "until signed letter arrived started ended rca op surgery verhandlung anhorung gesprach"},
    {feast,
     "christmas xmas memorial veterans easter pentecost whitsun hanukkah chanukah thanksgiving halloween ramadan eid diwali passover "
     "weihnachten heiligabend ostern pfingsten silvester neujahr fasching karneval karfreitag ostersonntag "
     "ostermontag pfingstmontag pfingstsonntag himmelfahrt nikolaus advent fronleichnam allerheiligen boxing"},
    {season_word, "spring summer autumn winter fruhling fruhjahr sommer herbst"},
    {birth, "born dob birth birthday birthdate geboren geb geburtsdatum geburtstag geburt birthdays"},
    {age_before, "aged age alter ages turned turning turns"},
    {year_word, "years year yrs yr yo yo jahre jahren jahr jahrige jahriger jahrigen y yof yom"},
    {job,
     "baker butcher plumber electrician carpenter joiner bricklayer roofer painter mechanic welder machinist farmer "
     "gardener hairdresser barber beautician waitress waiter chef bartender cashier cleaner caretaker postman "
     "postwoman postie accountant bookkeeper solicitor lawyer barrister architect engineer surveyor estate pharmacist "
     "dentist optician vet veterinarian physiotherapist paramedic firefighter policeman policewoman librarian "
     "secretary receptionist journalist photographer musician driver trucker lorry pilot soldier builder plasterer "
     "decorator tailor seamstress florist butler headteacher landscaper dairy"},
    {job,
     "backer backerin metzger metzgerin fleischer klempner installateur elektriker elektrikerin tischler tischlerin "
     "schreiner schreinerin maurer dachdecker maler malerin mechaniker schlosser schweisser landwirt landwirtin bauer "
     "bauerin gartner gartnerin friseur friseurin friseuse kosmetikerin kellner kellnerin koch kochin verkauferin "
     "verkaufer kassiererin hausmeister postbote postbotin buchhalter buchhalterin anwalt anwaltin rechtsanwalt "
     "rechtsanwaltin architekt architektin ingenieur ingenieurin apotheker apothekerin zahnarzt zahnarztin optiker "
     "tierarzt tierarztin physiotherapeutin feuerwehrmann polizist polizistin bibliothekarin sekretarin journalist "
     "journalistin fotograf fotografin musiker musikerin lkw busfahrer busfahrerin lokfuhrer soldat soldatin "
     "schneiderin floristin schulleiter schulleiterin erzieherin gastwirt wirtin zimmermann"},
    {eponym_after,
     "disease syndrome scale test inventory index method therapy criteria phenomenon sign reflex model "
     "theory questionnaire score diagnosis interview triangle approach rating depression anxiety coma "
     "krankheit syndrom skala fragebogen methode therapie modell theorie palsy chorea technique "
     "assessment battery matrices screening protocol classification effect block dementia contracture "
     "encephalopathy aphasia psychosis formulation attachment tradition school's"},
    {over, "over above uber mehr mindestens older plus least"},
    {family_group, "family familie households clan"},
    {generic_org,
     "high primary secondary middle elementary special local community mental health general public private "
     "grammar boarding sunday nursery day outpatient inpatient psychiatric pain walk in care home first "
     "state children childrens adult young family crisis substance behavioral behavioural support group "
     "medical clinical social royal hospital school university college clinic service services team "
     "rehabilitation treatment counselling counseling eating therapy sleep law art business night summer "
     "graduate medicine nursing teaching technical vocational after art preparatory"},
    {zip_word, "zip zipcode postcode plz postleitzahl postal"},
    {street, "crt cct pde tce hts pkwy rte byp aly bvd strasse"},
    {romance_street,
     "ulica ul ulitsa utca rruga calea strada rue boulevard avenue chemin impasse quai calle avenida plaza paseo via rua"},
    {short_title, "mr mrs ms dr hr fr herr frau herrn prof mister"},
    {house, "flat apt apartment unit suite ste house no nr room wohnung po pob postfach box hausnummer"},
};

}  // namespace

void each_class_word(void* context, VocabularySink sink) {
    for (const Words& group : vocabulary) {
        std::string_view rest = group.words;
        while (!rest.empty()) {
            const std::size_t end = rest.find(' ');
            const std::string_view word = rest.substr(0, end);
            if (!word.empty()) sink(context, group.classes, word);
            if (end == std::string_view::npos) break;
            rest.remove_prefix(end + 1);
        }
    }
}

}  // namespace covision::deid
