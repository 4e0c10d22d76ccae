using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Hardening;

/// <summary>Everything that a page takes from its address, given twice, given nonsense, and given to pages that do not ask for it.</summary>
public sealed class OddValuesTests(CrawledHub hub) : IClassFixture<CrawledHub>
{
    private static readonly string[] Odd = ["%00", "-1", "99999999999999999999", "%0d%0aSet-Cookie:%20a=b", "%F0%9F%92%A9%E2%80%AE", "..%2f..%2fetc%2fpasswd", "'%20OR%201=1--", "0f8fad5b-d9cb-469f-a165-70867728950e", "2007-02-31", "&"];

    [Fact]
    public async Task No_value_in_an_address_makes_a_page_fail_or_becomes_part_of_a_statement()
    {
        var places = (await hub.VisitAs("administrator")).Answers.Concat((await hub.VisitAs("head-of-hr")).Answers)
            .Where(a => a is { Method: "GET", Status: System.Net.HttpStatusCode.OK, IsPage: true }).GroupBy(a => a.Route).ToDictionary(g => g.Key, g => g.First().Url.Split('?')[0]);
        using var http = await hub.Browser("administrator");
        using var statements = new Statements("OR 1=1", "etc/passwd", "0f8fad5b-d9cb-469f-a165-70867728950e");
        List<string> failed = [];
        foreach (var (route, names) in (await TakenFromAddressesAsync()).Where(taken => places.ContainsKey(taken.Route)))
        {
            foreach (var query in Queries([.. names]))
            {
                var answer = await Answer.To(http, HttpMethod.Get, $"{places[route]}?{query}");
                failed.AddRange((int)answer.Status >= 500 || answer.Header("Set-Cookie").Contains("a=b", StringComparison.Ordinal) ? [answer.ToString()] : []);
            }
        }

        Problems.None(failed);
        Problems.None(statements.FoundIn);
        Assert.True(statements.Heard > 100, $"only {statements.Heard} statements were heard");
    }

    [Fact]
    public async Task No_page_lets_a_sender_fill_what_the_hub_keeps()
    {
        var bound = (await Pages()).SelectMany(page => page.BoundProperties.Select(p => (Page: page.ModelTypeInfo!.Name, p.ParameterType)));

        Assert.DoesNotContain(bound, b => b.ParameterType.IsAssignableTo(typeof(Entity)) || b.ParameterType.GetProperties().Any(p => p.PropertyType.IsAssignableTo(typeof(Entity))));
    }

    [Fact]
    public async Task What_a_form_does_not_ask_for_changes_nothing()
    {
        var reader = new HubClient(hub.CreateDefaultClient(hub.ClientOptions.BaseAddress, new RedirectHandler(), new CookieContainerHandler()));
        await reader.SignIn("staff-member");
        var on = $"/comments/write?on=blogging.post/{StableId.From("hr-open")}";
        (string, string)[] more =
        [
            ("IsApproved", "true"), ("Status", "Shown"), ("State", "Published"), ("Author", $"{StableId.From("staff/head-of-hr")}"), ("AuthorId", $"{StableId.From("staff/head-of-hr")}"),
            ("Number", "1"), ("Role", "Administrator"), ("Roles", "Administrator"),
        ];
        var shown = await (await reader.Open(on)).Submit([("Text", "More bicycle racks would help us all"), ("Shown", "named"), ("Accept", "true"), .. more]);
        var sent = await shown.Submit([("!button", "Send comment"), .. more]);

        var post = await new HubClient(await hub.Browser("")).Open("/blogs/permanent-secretary/2007/04/18/ten-days-to-ask-hr");
        var mine = await reader.Open("/comments/mine");

        Assert.DoesNotContain("More bicycle racks", post.Text, StringComparison.Ordinal);
        Assert.True(mine.Text.Contains("More bicycle racks", StringComparison.Ordinal), sent.Text);
        (await reader.Open("/staff")).MustBe(System.Net.HttpStatusCode.Forbidden);
    }

    /// <summary>Each value in all names at once, each of them twice; and each name alone, with a value of its own.</summary>
    private static IEnumerable<string> Queries(IReadOnlyList<string> names) =>
        Odd.Select(value => string.Join('&', names.Select(name => $"{name}={value}&{name}=two")))
            .Concat(names.Select((name, place) => $"{name}={Odd[place % Odd.Length]}"));

    private async Task<IReadOnlyList<CompiledPageActionDescriptor>> Pages()
    {
        List<CompiledPageActionDescriptor> pages = [];
        foreach (var endpoint in hub.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).DistinctBy(e => e.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath))
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                pages.Add(await hub.Services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata));
            }
        }

        return pages;
    }

    private async Task<IReadOnlyList<(string Route, IEnumerable<string> Names)>> TakenFromAddressesAsync() =>
    [
        .. (await Pages()).Select(page => ($"/{page.AttributeRouteInfo!.Template}", page.BoundProperties.Where(p => (p as PageBoundPropertyDescriptor)?.Property is not null).Select(p => p.Name)
            .Concat(page.HandlerMethods.Where(h => h.HttpMethod == "Get").SelectMany(h => h.Parameters).Select(p => p.Name))
            .Append("handler").Append("page").Distinct())),
    ];
}
