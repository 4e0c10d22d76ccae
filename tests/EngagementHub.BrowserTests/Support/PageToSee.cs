namespace EngagementHub.BrowserTests.Support;

/// <summary>A page type by its route, and where one of that type stands in the prepared hub.</summary>
/// <param name="Route">As the page states it, without the leading stroke.</param>
/// <param name="Persona">Who opens it; nobody for an empty name.</param>
/// <param name="Url">Its address, with ids that <see cref="EveryPage"/> fills in.</param>
internal sealed partial record PageToSee(string Route, string Persona, string Url)
{
    private const string Blog = "/blogs/permanent-secretary";
    private const string Owner = "permanent-secretarys-office";
    private const string Host = "head-of-hr";
    private const string Reader = "staff-member";
    private const string Moderator = "intranet-editor";
    private const string Administrator = "administrator";
    private static readonly Guid Days = StableId.From("hr-april-2007");
    private static readonly Guid Theme = StableId.From("responses.theme/hr-bonus");
    private static readonly Guid Promise = StableId.From("responses.promise/every-page");
    private static readonly Guid OpenPulse = StableId.From("surveys.survey/april-2007");
    private static readonly Guid SpringPulse = StableId.From("surveys.survey/spring-2007");
    private static readonly Guid Action = StableId.From("plans.action/it-a-network");
    private static readonly Guid Measure = StableId.From("plans.measure/it-m-waiting");
    private static readonly string Board = $"/responses/blogging.period/{Days}";

    public static IReadOnlyList<PageToSee> All { get; } = [.. Site(), .. Blogging(), .. Conversation(), .. Responses(), .. ServiceLevels(), .. Surveys(), .. Plans()];

    internal static IEnumerable<PageToSee> Site() =>
    [
        new("", Reader, "/"),
        new("{name:regex(^(accessibility|privacy|contact)$)}", Reader, "/privacy"),
        new("status/{code:int}", Reader, "/no-such-page"),
        new("error", Reader, "/error"),
        new("search", Reader, "/search?q=pay"),
        new("account/sign-in", "", "/account/sign-in"),
        new("notifications", Host, "/notifications"),
        new("notifications/preferences", Reader, "/notifications/preferences"),
        new("notifications/outbox", Administrator, "/notifications/outbox"),
        new("staff", Administrator, "/staff"),
        new("staff/invite", Administrator, "/staff/invite"),
        new("roles", Administrator, "/roles"),
        new("roles/{name}", Administrator, "/roles/Moderator"),
        new("audit", Administrator, "/audit"),
        new("account/sessions", Reader, "/account/sessions"),
        new("account/signed-out", "", "/account/signed-out"),
        new("staff/{userName}", Administrator, "/staff/intranet-editor"),
        new("recipes", Administrator, "/recipes"),
        new("administration", Administrator, "/administration"),
        new("administration/pages", Administrator, "/administration/pages"),
        new("administration/pages/{name}", Administrator, "/administration/pages/privacy"),
        new("administration/modules", Administrator, "/administration/modules"),
        new("records/disclosure", Administrator, "/records/disclosure"),
        new("records/disclosure/{id:guid}", Administrator, "{release}"),
        new("records/disclosure/{id:guid}/preview", Administrator, "{release}/preview"),
        new("records/disclosure/{id:guid}/strike", Administrator, "{release}/strike"),
        new("records/people", Administrator, "/records/people?Find=officer"),
        new("records/people/{userName}", Administrator, "/records/people/staff-member"),
        new("records/people/{userName}/forget", Administrator, "/records/people/staff-member/forget"),
        new("records/mine", Reader, "/records/mine"),
        new("records/retention", Administrator, "/records/retention"),
        new("records/retention/{kind}", Administrator, "/records/retention/notifications.notices"),
    ];
}
