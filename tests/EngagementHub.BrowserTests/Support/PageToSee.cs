namespace EngagementHub.BrowserTests.Support;

/// <summary>A page type by its route, and where one of that type stands in the prepared hub.</summary>
/// <param name="Route">As the page states it, without the leading stroke.</param>
/// <param name="Persona">Who opens it; nobody for an empty name.</param>
/// <param name="Url">Its address, with ids that <see cref="EveryPage"/> fills in.</param>
internal sealed record PageToSee(string Route, string Persona, string Url)
{
    private const string Blog = "/blogs/permanent-secretary";
    private const string Owner = "permanent-secretarys-office";
    private const string Host = "head-of-hr";
    private const string Reader = "staff-member";
    private const string Moderator = "intranet-editor";
    private const string Administrator = "administrator";
    private static readonly Guid Days = StableId.From("hr-april-2007");
    private static readonly Guid Theme = StableId.From("responses.theme/hr-bonus");
    private static readonly Guid Promise = StableId.From("responses.promise/it-p-network");
    private static readonly Guid OpenPulse = StableId.From("surveys.survey/april-2007");
    private static readonly Guid SpringPulse = StableId.From("surveys.survey/spring-2007");
    private static readonly string Board = $"/responses/blogging.period/{Days}";

    /// <summary>Whether the page asks something at once, with the question in a summary.</summary>
    public bool Asks { get; private init; }

    public static IReadOnlyList<PageToSee> All { get; } =
    [
        new("", Reader, "/"),
        new("privacy", Reader, "/privacy"),
        new("accessibility", Reader, "/accessibility"),
        new("status/{code:int}", Reader, "/no-such-page"),
        new("error", Reader, "/error"),
        new("search", Reader, "/search?q=pay"),
        new("account/sign-in", "", "/account/sign-in"),
        new("notifications", Host, "/notifications"),
        new("notifications/preferences", Reader, "/notifications/preferences"),
        new("notifications/outbox", Administrator, "/notifications/outbox"),
        new("staff", Administrator, "/staff"),
        new("staff/invite", Administrator, "/staff/invite"),
        new("audit", Administrator, "/audit"),
        new("account/sessions", Reader, "/account/sessions"),
        new("account/signed-out", "", "/account/signed-out"),
        new("staff/{userName}", Administrator, "/staff/intranet-editor"),
        new("recipes", Administrator, "/recipes"),
        .. Blogging(),
        .. Conversation(),
        .. Responses(),
        .. ServiceLevels(),
        .. Surveys(),
    ];

    private static IEnumerable<PageToSee> Surveys() =>
    [
        new("surveys", Reader, "/surveys"),
        new("surveys/{id:guid}", Reader, $"/surveys/{OpenPulse}"),
        new("surveys/{id:guid}/answer", Reader, $"/surveys/{OpenPulse}/answer"),
        new("surveys/answered", Reader, "/surveys/answered"),
        new("surveys/{id:guid}/results", Reader, $"/surveys/{SpringPulse}/results"),
        new("surveys/trends/{key}", Reader, "/surveys/trends/effective-action"),
        new("surveys/draft/{id:guid?}", Owner, "/surveys/draft"),
        new("surveys/{id:guid}/audience", Owner, $"/surveys/{SpringPulse}/audience"),
        new("surveys/{id:guid}/open", Owner, $"/surveys/{OpenPulse}/open"),
        new("surveys/{id:guid}/take-back", Owner, $"/surveys/{OpenPulse}/take-back"),
        new("surveys/{id:guid}/respond", Owner, "{pulse}/respond"),
        new("surveys/{id:guid}/texts", Moderator, "{pulse}/texts"),
        new("surveys/load", Owner, "/surveys/load"),
        new("surveys/questions", Owner, "/surveys/questions"),
        new("surveys/questions/{key}", Owner, "/surveys/questions/effective-action"),
    ];

    private static IEnumerable<PageToSee> Blogging() =>
    [
        new("blogs", Reader, "/blogs"),
        new("blogs/{blog}", Reader, Blog),
        new("blogs/{blog}/{year:int:range(1990,9998)}/{month:int:range(1,12)?}", Reader, $"{Blog}/2007/04"),
        new("blogs/{blog}/{year:int:range(1990,9998)}/{month:int:range(1,12)}/{day:int:range(1,31)}/{slug}", Reader, $"{Blog}/2007/04/18/ten-days-to-ask-hr"),
        new("blogs/{blog}/by/{userName}", Reader, $"{Blog}/by/head-of-hr"),
        new("blogs/{blog}/tags/{**tag}", Reader, $"{Blog}/tags/it"),
        new("blogs/{blog}/subscribe", Reader, $"{Blog}/subscribe"),
        new("mail/subscriptions", Reader, "/mail/subscriptions"),
        new("blogs/{blog}/hosting", Owner, $"{Blog}/hosting"),
        new("blogs/{blog}/hosting/calendar/{year:int:range(1990,9998)?}/{month:int:range(1,12)?}", Owner, $"{Blog}/hosting/calendar/2007/06"),
        new("blogs/{blog}/hosting/invite", Owner, $"{Blog}/hosting/invite"),
        new("blogs/{blog}/hosting/{id:guid}", Owner, $"{Blog}/hosting/{Days}"),
        new("blogs/{blog}/hosting/{id:guid}/answer", "head-of-it", "{invitation}/answer"),
        new("blogs/{blog}/hosting/{id:guid}/last-day", Owner, $"{Blog}/hosting/{Days}/last-day"),
        new("blogs/{blog}/hosting/{id:guid}/co-responders", Owner, $"{Blog}/hosting/{Days}/co-responders"),
        new("blogs/{blog}/hosting/{id:guid}/stand-in", Host, $"{Blog}/hosting/{Days}/stand-in"),
        new("blogs/{blog}/hosting/{id:guid}/question-days", Host, $"{Blog}/hosting/{Days}/question-days"),
        new("blogs/{blog}/hosting/{id:guid}/handover", Owner, $"{Blog}/hosting/{StableId.From("it-2007")}/handover"),
        new("blogs/{blog}/hosting/{id:guid}/handover/{line:guid}/decline", Owner, "{decline}"),
        new("blogs/{blog}/hosting/{id:guid}/withdraw", Owner, "{invitation}/withdraw"),
        new("blogs/{blog}/export", Owner, $"{Blog}/export"),
        new("blogs/{blog}/desk", Host, $"{Blog}/desk"),
        new("blogs/{blog}/write/{id:guid?}", Host, $"{Blog}/write"),
        new("blogs/{blog}/write/{id:guid}/publish", Host, "{draft}/publish"),
        new("blogs/{blog}/write/{id:guid}/history", Host, "{draft}/history"),
        new("blogs/{blog}/write/{id:guid}/compare", Host, "{draft}/compare"),
        new("blogs/{blog}/write/{id:guid}/return", Owner, "{draft}/return"),
        new("blogs/{blog}/write/{id:guid}/withdraw", Host, "{draft}/withdraw"),
        new("blogs/{blog}/write/{id:guid}/correct", Host, $"{Blog}/write/{StableId.From("hr-open")}/correct"),
    ];

    private static IEnumerable<PageToSee> Conversation() =>
    [
        new("code-of-conduct", Reader, "/code-of-conduct"),
        new("code-of-conduct/accept", "head-of-it", "/code-of-conduct/accept"),
        new("comments/{id:guid}", Reader, $"/comments/{StableId.From("comment/hr-03")}"),
        new("comments/write", "head-of-it", $"/comments/write?on=blogging.post/{StableId.From("hr-open")}"),
        new("comments/mine", Reader, "/comments/mine"),
        new("comments/receipt", Reader, "/comments/receipt"),
        new("comments/{id:guid}/take-back", Reader, "/comments/{comment}/take-back"),
        new("comments/{id:guid}/edit", Reader, "/comments/{comment}/edit"),
        new("comments/pauses", Moderator, "/comments/pauses"),
        new("how-anonymous", Reader, "/how-anonymous"),
        new("code-of-conduct/changes", Reader, "/code-of-conduct/changes"),
        new("code-of-conduct/publish", Moderator, "/code-of-conduct/publish"),
        new("signposts", Moderator, "/signposts"),
        new("signposts/{key:guid}", Moderator, $"/signposts/{StableId.From("signpost/own-pay")}"),
        new("openings", Owner, "/openings"),
        new("openings/{id:guid}", Administrator, "{opening}"),
        new("comments/{id:guid}/flag", "head-of-it", $"/comments/{StableId.From("comment/hr-03")}/flag"),
        new("comments/appeal", Reader, "{declined}"),
        new("moderation", Moderator, "/moderation"),
        new("moderation/bulk", Moderator, "/moderation/bulk"),
        new("moderation/{id:guid}/history", Moderator, "/moderation/{comment}/history"),
        new("moderation/{id:guid}/hand-on", Moderator, "/moderation/{comment}/hand-on"),
        new("moderation/{id:guid}/ask", Moderator, "/moderation/{comment}/ask"),
        new("moderation/opinions", Moderator, "/moderation/opinions"),
        new("moderation/flags", Moderator, "/moderation/flags"),
        new("moderation/appeals", Moderator, "/moderation/appeals"),
        new("moderation/appeals/{id:guid}", "deputy-editor", "{appeal}"),
        new("moderation/discussions", Moderator, "/moderation/discussions"),
        new("moderation/transparency", Reader, "/moderation/transparency"),
        new("moderation/{id:guid}/decline", Moderator, "/moderation/{comment}/decline"),
        new("moderation/{id:guid}/hold", Moderator, "/moderation/{comment}/hold"),
        new("moderation/{id:guid}/redact", Moderator, "/moderation/{comment}/redact"),
        new("moderation/discussions/{id:guid}", Moderator, "{discussion}"),
        new("moderation/find", Moderator, $"/moderation/find?link=/comments/{StableId.From("comment/hr-03")}"),
        new("moderation/log", Moderator, "/moderation/log"),
    ];

    private static IEnumerable<PageToSee> Responses() =>
    [
        new("responses/{kind}/{id:guid}", Host, $"{Board}?show=all"),
        new("responses/{kind}/{id:guid}/themes", Host, $"{Board}/themes"),
        new("responses/{kind}/{id:guid}/sort/{comment:guid}", Host, $"{Board}/sort/{StableId.From("comment/hr-03")}"),
        new("responses/{kind}/{id:guid}/suggestions", Host, $"{Board}/suggestions?of=all"),
        new("responses/{kind}/{id:guid}/suggestions/{comment:guid}", Host, $"{Board}{{suggestion}}"),
        new("responses/{kind}/{id:guid}/digest", Host, $"{Board}/digest"),
        new("responses/themes/{id:guid}", Reader, $"/responses/themes/{Theme}"),
        new("responses/themes/{id:guid}/ask", Host, $"/responses/themes/{Theme}/ask"),
        new("responses/themes/{id:guid}/rename", Host, $"/responses/themes/{Theme}/rename"),
        new("responses/themes/{id:guid}/merge", Host, $"/responses/themes/{Theme}/merge"),
        new("responses/questions/{id:guid}/reword", Host, $"/responses/questions/{StableId.From("responses.question/hr-q-criteria")}/reword"),
        new("responses/questions/{id:guid}/answer", Host, $"/responses/questions/{StableId.From("responses.question/hr-q-criteria")}/answer"),
        new("answers", Reader, "/answers"),
        new("responses/{kind}/{id:guid}/undo", Host, $"{Board}/undo"),
        new("responses/{kind}/{id:guid}/clearance", Host, $"{Board}/clearance"),
        new("responses/themes/{id:guid}/split", Host, $"/responses/themes/{Theme}/split"),
        new("responses/themes/{id:guid}/reorder", Host, $"/responses/themes/{Theme}/reorder"),
        new("responses/themes/{id:guid}/history", Host, $"/responses/themes/{Theme}/history"),
        new("responses/questions/{id:guid}/give", Host, $"/responses/questions/{StableId.From("responses.question/hr-q-criteria")}/give"),
        new("responses/questions/{id:guid}/hand-on", Host, $"/responses/questions/{StableId.From("responses.question/hr-q-criteria")}/hand-on"),
        new("responses/questions/{id:guid}/note", Host, $"/responses/questions/{StableId.From("responses.question/hr-q-criteria")}/note"),
        new("responses/questions/{id:guid}/clear", Host, $"/responses/questions/{StableId.From("responses.question/hr-q-criteria")}/clear"),
        new("responses/questions/{id:guid}/publish", Host, $"/responses/questions/{StableId.From("responses.question/hr-q-criteria")}/publish"),
        new("responses/questions/{id:guid}/correct", Host, $"/responses/questions/{StableId.From("responses.question/hr-q-criteria")}/correct"),
        new("responses/digests/{id:guid}/correct", Host, $"/responses/digests/{StableId.From("responses.digest/hr-digest-one")}/correct"),
        new("answers/mine", Host, "/answers/mine"),
        new("promises", Reader, "/promises"),
        new("promises/{id:guid}", "head-of-it", $"/promises/{Promise}"),
        new("promises/{id:guid}/keep", "head-of-it", $"/promises/{Promise}/keep"),
        new("promises/{id:guid}/change", "head-of-it", $"/promises/{Promise}/change"),
        new("promises/{id:guid}/drop", "head-of-it", $"/promises/{Promise}/drop"),
        new("promises/{id:guid}/give", "head-of-it", $"/promises/{Promise}/give"),
        new("promises/{id:guid}/measure", "head-of-it", $"/promises/{Promise}/measure"),
        new("promises/{id:guid}/overrule", "head-of-it", $"/promises/{Promise}/overrule"),
        new("promises/by-{whom}", Reader, "/promises/by-owner"),
        new("responses/questions/{id:guid}/not-answered", Reader, $"/responses/questions/{StableId.From("responses.question/it-q-days")}/not-answered"),
        new("promises/make", Host, $"/promises/make?on=blogging.post/{StableId.From("hr-open")}"),
    ];

    private static IEnumerable<PageToSee> ServiceLevels() =>
    [
        new("service-levels", Administrator, "/service-levels"),
        new("service-levels/{slug}", Administrator, "/service-levels/new-account"),
        new("service-levels/{slug}/tickets", Administrator, "/service-levels/new-account/tickets?level=delivered"),
        new("service-levels/{slug}/{level}/months/{month}", Administrator, "/service-levels/new-account/delivered/months/2007-02"),
        new("service-levels/{slug}/{level}/months/{month}/sign", "it-service-manager", "/service-levels/new-account/delivered/months/2007-03/sign"),
        new("service-levels/{slug}/{level}/method", "hr-service-manager", "/service-levels/new-account/delivered/method"),
        new("service-levels/console", "it-service-manager", "/service-levels/console"),
        new("service-levels/{slug}/edit", Administrator, "/service-levels/new-account/edit"),
        new("service-levels/{slug}/{level}/step", Administrator, "/service-levels/new-account/delivered/step"),
        new("service-levels/{slug}/{level}/count", Administrator, "/service-levels/pay/paid-correctly/count"),
        new("service-levels/define", Administrator, "/service-levels/define"),
        new("service-levels/calendars", Administrator, "/service-levels/calendars"),
        new("service-levels/calendars/add", Administrator, "/service-levels/calendars/add"),
        new("service-levels/calendars/check", Administrator, "/service-levels/calendars/check"),
        new("service-levels/calendars/{calendar}", Administrator, "/service-levels/calendars/department?year=2007"),
        new("service-levels/calendars/{calendar}/change", Administrator, "/service-levels/calendars/department/change"),
        new("service-levels/calendars/{calendar}/versions/{number:int}", Administrator, "/service-levels/calendars/department/versions/1"),
        new("service-levels/calendars/bank-holidays", Administrator, "/service-levels/calendars/bank-holidays"),
        new("service-levels/calendars/bank-holidays/upload", Administrator, "/service-levels/calendars/bank-holidays/upload"),
        new("service-levels/calendars/bank-holidays/{number:int}", Administrator, "/service-levels/calendars/bank-holidays/1"),
        new("service-levels/services/add", Administrator, "/service-levels/services/add"),
        new("service-levels/import", Administrator, "/service-levels/import"),
        new("service-levels/import/preview/{upload}", Administrator, "{upload}") { Asks = true },
        new("service-levels/webhooks", Administrator, "/service-levels/webhooks"),
        new("service-levels/webhooks/add", Administrator, "/service-levels/webhooks/add"),
        new("service-levels/webhooks/{name}/edit", Administrator, "/service-levels/webhooks/desk-calls/edit"),
        new("service-levels/webhooks/{name}", Administrator, "/service-levels/webhooks/desk-calls"),
        new("service-levels/webhooks/events/{number:long}", Administrator, "{event}"),
        new("service-levels/cut-offs", Administrator, "/service-levels/cut-offs"),
        new("service-levels/sources", Administrator, "/service-levels/sources"),
        new("service-levels/sources/add", Administrator, "/service-levels/sources/add"),
        new("service-levels/sources/{name}", Administrator, "/service-levels/sources/it-service-desk"),
        new("service-levels/sources/{name}/edit", Administrator, "/service-levels/sources/it-service-desk/edit"),
        new("service-levels/sources/{name}/reading", Administrator, "/service-levels/sources/desk/reading"),
        new("service-levels/sources/{name}/mapping", Administrator, "/service-levels/sources/it-service-desk/mapping"),
        new("service-levels/import/{id:long}", Administrator, "/service-levels/import/1"),
        new("service-levels/import/mapping/{name?}", Administrator, "/service-levels/import/mapping/servicenow-incident-log"),
    ];
}
