using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using EngagementHub.Conversation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.BrowserTests.Support;

/// <summary>The demonstration with something on every page: an open invitation, a handover to decide about, a draft, a comment that waits.</summary>
public sealed partial class EveryPage(Chromium chromium) : BrowserFixture(chromium)
{
    private const string Blog = "/blogs/permanent-secretary";
    private readonly Dictionary<string, string> _places = [];
    private readonly ConcurrentDictionary<string, Lazy<Task<HubBrowser>>> _windows = new();

    /// <summary>The routes of all pages of the hub, as they state them.</summary>
    public IReadOnlyList<string> Routes => [.. Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints)
        .Select(e => e.Metadata.GetMetadata<PageActionDescriptor>()?.AttributeRouteInfo?.Template).OfType<string>().Distinct()];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Invite();
        await HandOver();
        await Draft();
        await Comment();
        await Opening();
        await Appeal();
        await Suggestion();
        await Holidays();
        await Feeds();
        await Release();
        await Pulse();
        await Promise();
    }

    /// <summary>The address with the ids of what was prepared.</summary>
    /// <param name="url">With names in braces.</param>
    public string Place(string url) => Name().Replace(url, m => _places[m.Groups[1].Value]);

    /// <summary>A tab in the one window that this person has, to look only: a window for each page would cost more than the page.</summary>
    public async Task<HubBrowser> Tab(string persona)
    {
        var context = (await _windows.GetOrAdd(persona, p => new(() => OpenAs(p))).Value).Page.Context;
        return new HubBrowser(context, await context.NewPageAsync()) { IsTab = true };
    }

    private async Task Release()
    {
        var release = await (await (await As("administrator")).Open("/records/disclosure")).Submit(("Of", $"blogging.post/{StableId.From("hr-open")}"), ("For", "FOI 2007/114"));
        _places["release"] = release.Url.Split('?')[0];
    }

    private async Task Invite()
    {
        var owner = await As("permanent-secretarys-office");
        var list = await (await owner.Open($"{Blog}/hosting/invite")).Submit(
            ("Host", $"{StableId.From("staff/head-of-it")}"),
            ("FirstDay.Day", "4"), ("FirstDay.Month", "6"), ("FirstDay.Year", "2007"), ("LastDay.Day", "8"), ("LastDay.Month", "6"), ("LastDay.Year", "2007"));
        _places["invitation"] = list.Document.QuerySelector(".govuk-notification-banner a")!.GetAttribute("href")!;
    }

    private async Task HandOver()
    {
        var owner = await As("permanent-secretarys-office");
        var note = await (await owner.Open($"{Blog}/hosting/{StableId.From("it-2007")}/handover")).Submit("main form[action*='Make']");
        _places["decline"] = note.Document.QuerySelector("main a[href$='/decline']")!.GetAttribute("href")!;
    }

    private async Task Draft()
    {
        var host = await As("head-of-hr");
        var draft = await (await host.Open($"{Blog}/write")).Submit(("Title", "Not yet for everybody"), ("Sections[0].Text", "A table:\n\n| Week | Calls |\n|---|---:|\n| 16 | 412 |"));
        await draft.Submit(("Title", "Not yet for all to read"));
        _places["draft"] = draft.Url;
    }

    private async Task Comment()
    {
        var reader = await As("staff-member");
        await (await (await reader.Open($"/comments/write?on=blogging.post/{StableId.From("hr-open")}")).Submit(
            ("Text", "My number is 020 7946 0018. When does the helpdesk open?"), ("Shown", "named"), ("Accept", "true"))).Submit();
        var queue = await (await As("intranet-editor")).Open("/moderation");
        _places["comment"] = queue.Document.QuerySelector(".hub-queue-item")!.Id!.Replace("queue-", "", StringComparison.Ordinal);
        _places["discussion"] = queue.Document.QuerySelector("a[href^='/moderation/discussions/']")!.GetAttribute("href")!;
    }

    private async Task Opening()
    {
        var on = new SubjectRef("test.thing", Guid.NewGuid());
        await In<object?>(async (services, _) =>
        {
            await services.GetRequiredService<IConversation>().OpenAsync(on, new DiscussionTerms("Sealed", "/how-anonymous", true, Anonymity.NameWithheld, new DateOnly(2007, 4, 18), new DateOnly(2007, 4, 30), "Europe/London"));
            return null;
        });
        await (await (await As("staff-member")).Open($"/comments/write?on={on}")).Submit(("Text", "Kept under seal"), ("Shown", "withheld"));
        var comment = await In(async (services, _) => (await services.GetRequiredService<IConversation>().ReceivedAsync([on]))[0]);
        var asked = await (await (await As("permanent-secretarys-office")).Open("/openings")).Submit("#ask", ("Comment", comment.Url), ("Grounds", "A duty under the law"));
        _places["opening"] = asked.Url;
    }

    // One that was declined and can be appealed, one whose appeal waits, and a flag.
    private async Task Feeds()
    {
        var ada = await As("administrator");
        using var form = new MultipartFormDataContent { { new ByteArrayContent("id,status,created\n1,New,01/02/2007 09:00\n2,Lost,29/02/2007 09:00\n"u8.ToArray()), "Csv", "list.csv" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/service-levels/import") { Content = form };
        _places["upload"] = (await ada.Send(request)).Url;
        var hook = await (await ada.Open("/service-levels/webhooks/add")).Submit(("Title", "Desk calls"));
        var secret = (await hook.Submit(("!button", "Make a new secret"))).Document.QuerySelector(".govuk-inset-text code")!.TextContent;
        await Call(ada, secret, """{ "data": { "ticket": "1", "at": "yesterday", "state": "open" } }""");
        _places["event"] = "/service-levels/webhooks/events/1";
        await (await ada.Open("/service-levels/sources/add?kind=servicenow-incident")).Submit(("Title", "Desk"), ("Address", "https://desk.example"));
        await (await ada.Open("/service-levels/sources/add?kind=request-tracker")).Submit(("Title", "IT service desk"), ("Address", "https://rt.example"));
    }

    private async Task Call(HubClient client, string secret, string body)
    {
        var timestamp = Services.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret[6..]), Encoding.UTF8.GetBytes($"call-1.{timestamp}.{body}")));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/hooks/desk-calls") { Content = new StringContent(body) };
        request.Headers.Add("webhook-id", "call-1");
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("webhook-signature", $"v1,{signature}");
        await client.Send(request);
    }

    private async Task Appeal()
    {
        var (reader, editor) = (await As("staff-member"), await As("intranet-editor"));
        foreach (var (place, text) in ((string, string)[])[("declined", "Something off the subject"), ("appeal", "Something sharper")])
        {
            await (await reader.Open($"/comments/write?on=blogging.post/{StableId.From("hr-open")}")).Submit(("Text", text), ("Shown", "named"));
            var item = (await editor.Open("/moderation")).Document.QuerySelectorAll(".hub-queue-item").Single(i => i.TextContent.Contains(text, StringComparison.Ordinal));
            var id = item.Id!.Replace("queue-", "", StringComparison.Ordinal);
            await (await editor.Open($"/moderation/{id}/decline")).Submit(("Clause", "1"), ("Reason", "It is about a colleague, not the subject"));
            _places[place] = $"/comments/appeal?id={id}";
        }

        await (await reader.Open(_places["appeal"])).Submit(("Words", "It is about the rule"));
        var waiting = (await (await As("deputy-editor")).Open("/moderation/appeals")).Document.QuerySelector("a[href^='/moderation/appeals/']")!;
        _places["appeal"] = waiting.GetAttribute("href")!;
        await (await (await As("head-of-it")).Open($"/comments/{StableId.From("comment/hr-01")}/flag")).Submit(("Reason", "It names a colleague"));
    }

    private async Task Suggestion()
    {
        var board = $"/responses/blogging.period/{StableId.From("hr-april-2007")}";
        var list = await (await As("head-of-hr")).Open($"{board}/suggestions?of=all");
        _places["suggestion"] = list.Document.QuerySelector(".hub-queue-item h2 a")!.GetAttribute("href")!.Replace(board, "", StringComparison.Ordinal);
    }

    // One that is counted and waits for its response, with something written that a rule has held.
    private async Task Pulse()
    {
        var (exitCode, errors) = await ApplyRecipe("""
            { "name": "pulse", "steps": [{ "name": "Surveys", "Surveys": [{
              "Key": "counted", "Title": "A pulse check that waits for its response", "Purpose": "To have one", "Use": "It is looked at", "FirstDay": "2007-02-05", "LastDay": "2007-02-09",
              "Questions": ["fair-moderation", "one-change"], "OpenedBy": "permanent-secretarys-office", "OpenedAt": "2007-02-01T10:00:00Z",
              "Groups": [{ "Unit": "Correspondence unit", "Asked": 20, "Answers": [{ "Marks": [4], "Times": 9 }, { "Marks": [2], "Times": 4 }] }],
              "Words": { "one-change": ["Shorter forms", "Ring me on 020 7946 0018"] } }] }] }
            """);
        Assert.True(exitCode == 0, errors);
        await RunJob("surveys.closing");
        _places["pulse"] = $"/surveys/{StableId.From("surveys.survey/counted")}";
    }

    // One that nothing in the story settles, whatever the story comes to tell.
    private async Task Promise()
    {
        var (exitCode, errors) = await ApplyRecipe("""
            { "name": "promise", "steps": [{ "name": "Promises", "Promises": [{
              "Key": "every-page", "What": "A list of what can be ordered", "Owner": "head-of-it", "Due": "2007-12-31", "Evidence": "The list", "Post": "it-reply",
              "MadeBy": "head-of-it", "MadeAt": "2007-02-15T11:00:00Z" }] }] }
            """);
        Assert.True(exitCode == 0, errors);
    }

    private async Task Holidays()
    {
        using var file = new StringContent("""{"england-and-wales":{"events":[{"title":"A proclaimed day","date":"2007-05-03"},{"title":"Spring bank holiday","date":"2007-05-28"}]}}""");
        using var form = new MultipartFormDataContent { { file, "Upload", "bank-holidays.json" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/service-levels/calendars/bank-holidays/upload") { Content = form };
        (await (await As("administrator")).Send(request)).MustBe(System.Net.HttpStatusCode.OK);
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Name();
}
