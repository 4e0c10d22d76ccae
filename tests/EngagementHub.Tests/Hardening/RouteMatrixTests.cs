using System.Net;
using EngagementHub.Web;

namespace EngagementHub.Tests.Hardening;

/// <summary>Who reaches what: each endpoint of the hub's own inventory tried as each kind of person.</summary>
public sealed class RouteMatrixTests(CrawledHub hub) : IClassFixture<CrawledHub>
{
    private const string Reader = "staff-member";
    private const string Host = "head-of-hr";
    private const string Moderator = "intranet-editor";
    private const string ServiceOwner = "it-service-manager";
    private const string Owner = "permanent-secretarys-office";
    private const string Administrator = "administrator";

    // Open without any policy, each for a reason.
    private static readonly string[] Anonymous =
    [
        // Asked by machines that have no session; they say nothing but whether the hub runs.
        "/health/live", "/health/ready",
        // The signature is the right.
        "/hooks/{source}",
        // The bell of whoever asks; nothing for nobody.
        "/notifications/header",
        // Answers 404 to whatever there is not.
        "/{*path}",
    ];

    // Everybody who is let in by each policy. A page may ask for more than its policy does, as a guest host's pages do; never for less.
    private static readonly Dictionary<string, string[]> Written = new()
    {
        ["hub.open"] = ["", Reader, Host, Moderator, ServiceOwner, Owner, Administrator],
        ["hub.read"] = ["", Reader, Host, Moderator, ServiceOwner, Owner, Administrator],
        ["hub.staff"] = [Reader, Host, Moderator, ServiceOwner, Owner, Administrator],
        ["blogging.manage"] = [Owner, Administrator],
        ["conversation.moderate"] = [Moderator],
        ["conversation.code"] = [Moderator, Administrator],
        ["conversation.signpost"] = [Moderator, Administrator],
        ["conversation.pause"] = [Moderator, Administrator],
        ["conversation.unseal"] = [Owner, Administrator],
        ["identity.manage-staff"] = [Administrator],
        ["identity.read-audit"] = [Administrator],
        ["notifications.see-outbox"] = [Administrator],
        ["recipes.apply"] = [Administrator],
        ["responses.promises"] = [Owner, Administrator],
        ["servicelevels.define"] = [ServiceOwner, Administrator],
        ["servicelevels.import"] = [ServiceOwner, Administrator],
        ["servicelevels.connect"] = [Administrator],
        ["servicelevels.keep-all"] = [Administrator],
        ["servicelevels.tickets"] = [ServiceOwner, Administrator],
        ["servicelevels.counter-sign"] = [ServiceOwner, Administrator],
    };

    private static readonly Dictionary<string, string> WhoHolds = new()
    {
        [StandardRoles.BlogOwner] = Owner,
        [StandardRoles.Moderator] = Moderator,
        [StandardRoles.ServiceOwner] = ServiceOwner,
        [StandardRoles.Administrator] = Administrator,
    };

    // What modules say of their own permissions holds for those that are not written down above.
    private static readonly Dictionary<string, string[]> LetIn = HubModules.All.SelectMany(m => m.Permissions)
        .Select(p => KeyValuePair.Create(p.Name, p.DefaultRoles.Select(r => WhoHolds[r]).ToArray())).Where(p => !Written.ContainsKey(p.Key)).Concat(Written).ToDictionary();

    public static TheoryData<string> Everybody => [.. CrawledHub.Roles];

    [Fact]
    public void Every_endpoint_says_who_may_reach_it()
    {
        var silent = hub.Routes.Where(r => r.Policies.Any(p => p.Length == 0) || (r.Policies.Count == 0 && !r.IsAnonymous)).Select(r => r.Pattern);

        Problems.None(silent);
    }

    [Fact]
    public void What_is_open_without_a_policy_is_written_down() =>
        Assert.Equal(Anonymous, hub.Routes.Where(r => r.IsAnonymous).Select(r => r.Pattern).Distinct());

    [Fact]
    public void Every_policy_stands_in_the_matrix() => Assert.Empty(hub.Routes.SelectMany(r => r.Policies).Distinct().Except(LetIn.Keys));

    [Theory, MemberData(nameof(Everybody))]
    public async Task Nobody_gets_further_than_the_matrix_says(string role)
    {
        using var http = await hub.Browser(role);
        List<string> wrong = [];
        foreach (var route in hub.Routes.Where(r => !r.Pattern.StartsWith("/account/sign", StringComparison.Ordinal)))
        {
            foreach (var method in route.Methods.Intersect(["GET", "POST"]))
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), route.Somewhere) { Content = method == "POST" ? CrawledHub.Fields() : null };
                var answer = await Answer.To(http, request);
                wrong.AddRange(Wrong(route, role, answer).Select(problem => $"{answer}: {problem}"));
            }
        }

        Problems.None(wrong);
    }

    private static IEnumerable<string> Wrong(HubRoute route, string role, Answer answer)
    {
        var isLetIn = route.Policies.All(p => LetIn[p].Contains(role));
        var isSentAway = answer.Status == HttpStatusCode.Unauthorized || answer.Header("Location").Contains("/account/sign-in", StringComparison.Ordinal);
        if ((int)answer.Status >= 500)
        {
            yield return "it failed";
        }

        if (isLetIn && isSentAway && !route.IsAnonymous)
        {
            yield return $"'{role}' should be let in";
        }

        if (!isLetIn && !(role.Length == 0 ? isSentAway : answer.Status == HttpStatusCode.Forbidden))
        {
            yield return $"'{role}' should be refused";
        }
    }
}
