#include "server/deid/houses.hpp"

#include "server/deid/word_set.hpp"

namespace covision::deid {

std::size_t known_employer(const Note& note, std::size_t i) {
    static const WordSet names(
        // makers, carriers, chemistry, arms
        "boeing airbus lockheed raytheon caterpillar deere cummins whirlpool goodyear firestone michelin bridgestone "
        "toyota honda nissan hyundai volkswagen audi bmw porsche daimler opel chrysler stellantis siemens bosch "
        "thyssen thyssenkrupp krupp zeiss leica infineon schaeffler basf bayer evonik lanxess henkel "
        "beiersdorf merck boehringer fresenius braun salzgitter miele liebherr trumpf festo voith heidelberg "
        "rheinmetall krauss dupont monsanto tyson smithfield cargill hormel perdue nestle unilever danone pepsico "
        "fedex ups usps dhl doordash grubhub instacart lufthansa ryanair easyjet amtrak "
        "zalando otto rewe edeka lidl aldi netto penny kaufland rossmann ikea obi hornbach deichmann dpd gls dachser "
        "schenker securitas kotter wisag piepenbrock dussmann sodexo aramark strabag bilfinger walmart costco walgreens "
        "cvs kroger safeway publix wegmans lowes starbucks chipotle wendys arbys kmart kohls nordstrom petco petsmart "
        "autozone greggs tesco asda morrisons sainsburys waitrose argos primark wickes screwfix currys nandos "
        "wetherspoons asos ocado evri yodel serco capita mcdonalds ucare healthfirst "
        "xerox ibm intel cisco qualcomm accenture deloitte kpmg pwc mckinsey telekom vodafone verizon "
        "comcast exelon conedison eon rwe vattenfall enbw exxon chevron conoco halliburton schlumberger "
        // banks and insurers
        "barclays natwest santander hsbc lloyds citibank wellsfargo jpmorgan commerzbank sparkasse postbank "
        "volksbank allianz axa aviva bupa vitality barmer dak tkk knappschaft hek ikk bkk debeka "
        "gothaer aetna cigna humana highmark molina wellcare centene geico "
        "allstate usaa nationwide metlife hmsa "
        // services, unions, armed forces, charities
        "stadtmission heilsarmee kolping refugio asb wildwasser kinderschutzbund "
        "tonnies wiesenhof haribo playmobil kuka continental conti mahle claas vaillant viessmann bahlsen melitta oetker tegut "
        "kik takko globus norma mediamarkt karstadt galeria hermes planzer migros novartis sulzer rieter voest voestalpine "
        "billa obb airbus webasto knorr brose thermomix stihl wurth grohe enercon nordex dyckerhoff "
        "caritas diakonie awo drk johanniter malteser lebenshilfe verdi ymca ywca aarp aclu goodwill barnardos nspcc "
        "  gesobau gewobag degewo vonovia lapd nypd cvpd usmc usaf bundeswehr");
    static const WordSet first(
        "home whole burger taco pizza dollar family bed blue united american delta southwest bank wells liberty "
        "state deutsche general us best trader rite comfort pro");
    static const WordSet second(
        "depot foods king bell hut tree general dollar bath cross shield airlines america fargo mutual farm bahn "
        "post motors electric mills steel buy joes aid keepers familia hofer");
    const Token& token = note.at(i);
    if (!token.word()) return note.size();
    const Token& next = note.at(i + 1);
    if (note.joined(i + 1) && next.space_before && next.capital && token.capital && first.has(token) &&
        second.has(next))
        return i + 1;
    return names.has(token) && token.size() > 2 ? i : note.size();
}

}  // namespace covision::deid
