using EngagementHub.Core.Data;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Hardening;

/// <summary>Identifiers of what there is, put into every address that takes one, by people whom it does not concern.</summary>
[Trait("Runs", "Once")]
public sealed class SwappedIdentifiersTests(CrawledHub hub) : IClassFixture<CrawledHub>
{
    private const string Reader = "staff-member";

    // What nobody may read but those who work on it.
    private static readonly string[] Secrets = ["secret-waiting", "secret-declined", "secret-draft", "secret-answer", "secret-note"];

    // What anybody adds to in reading: a flag on a comment, with its line in the trail and its notices to moderators, and their own consent to the code.
    private static readonly string[] Anybodys = ["conversation_acceptances", "conversation_flags", "core_audit", "notifications_inbox", "notifications_outbox"];

    [Fact]
    public async Task What_is_not_shown_is_found_under_no_address_by_whom_it_does_not_concern()
    {
        await HideAsync();
        var addresses = (await PagesAsync()).SelectMany(page => AddressesOf(page.AttributeRouteInfo!.Template!)).Concat(Files()).ToList();

        var found = await Task.WhenAll(((string[])["intranet-editor", "head-of-hr"]).Select(role => SecretsFound(role, addresses)));
        Assert.Equal(Secrets.Order(), found.SelectMany(f => f).Select(f => f.Secret).Distinct().Order());
        foreach (var role in (string[])["", Reader, "it-service-manager"])
        {
            Problems.None((await SecretsFound(role, addresses)).Select(f => $"'{role}' reads {f.Secret} at {f.Url}"));
        }
    }

    [Fact]
    public async Task What_is_somebody_else_s_is_changed_under_no_address()
    {
        using var http = await hub.Browser(Reader);
        var before = await hub.Rows();
        var sent = 0;
        foreach (var page in await PagesAsync())
        {
            foreach (var (url, handler) in AddressesOf(page.AttributeRouteInfo!.Template!).SelectMany(url => page.HandlerMethods.Where(h => h.HttpMethod == "Post").Select(h => (url, h))))
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, handler.Name is { } name ? $"{url}?handler={name}" : url) { Content = CrawledHub.Fields(Filled(page, handler)) };
                var answer = await Answer.To(http, request);
                Assert.True((int)answer.Status < 500, answer.ToString());
                sent++;
            }
        }

        var after = await hub.Rows();
        var (tables, now) = (TablesOf(before), TablesOf(after));
        Problems.None(tables.Keys.Except(Anybodys).Where(table => tables[table] != now[table]).Select(table => $"{table} was changed"));
        Problems.None(before.Split('\n').Where(line => line.Contains('|', StringComparison.Ordinal)).Except(after.Split('\n')));
        Assert.True(sent > 1000, $"only {sent} forms were sent");
    }

    private static Dictionary<string, string> TablesOf(string rows) =>
        System.Text.RegularExpressions.Regex.Split(rows, @"^(?=[a-z]+_[a-z_]+: \d+\r?$)", System.Text.RegularExpressions.RegexOptions.Multiline).Where(t => t.Length > 0).ToDictionary(t => t.Split(':')[0]);

    private async Task<List<(string Secret, string Url)>> SecretsFound(string role, IReadOnlyList<string> addresses)
    {
        using var http = await hub.Browser(role);
        List<(string, string)> found = [];
        foreach (var url in addresses)
        {
            var answer = await Answer.To(http, HttpMethod.Get, url);
            found.AddRange(Secrets.Where(secret => answer.Body.Contains(secret, StringComparison.Ordinal)).Select(secret => (secret, url)));
        }

        return found;
    }

    // Every page that takes an identifier, with that of one thing of every kind.
    private IEnumerable<string> AddressesOf(string template) =>
        from kind in template.Contains("{kind}", StringComparison.Ordinal) ? (string[])["blogging.period", "blogging.post"] : [""]
        from id in template.Contains(":guid", StringComparison.Ordinal) ? Ids : template.Contains('{', StringComparison.Ordinal) ? [] : [Guid.Empty]
        select "/" + Somewhere(template.TrimStart('/'), kind, id);

    private static string Somewhere(string template, string kind, Guid id) => System.Text.RegularExpressions.Regex.Replace(template, @"\{\**(?<name>[A-Za-z]+)(?<rule>[^}]*)\}", m => m.Groups["name"].Value switch
    {
        _ when m.Groups["rule"].Value.Contains(":guid", StringComparison.Ordinal) => $"{id}",
        "kind" => kind,
        "blog" => "permanent-secretary",
        "year" => "2007",
        "months" or "number" => "6",
        _ => "nothing",
    });

    private static IEnumerable<string> Files() => ["/blogs/permanent-secretary", "/blogs/permanent-secretary/feed", "/blogs/permanent-secretary/desk", "/blogs/permanent-secretary/2007/04", "/search?q=secret", "/promises.csv", "/promises/feed", "/comments/mine.json", "/moderation/transparency.csv", "/blogs/permanent-secretary/2007/04/27/ten-days-rounded-up", "/blogs/permanent-secretary/2007/04/18/ten-days-to-ask-hr"];

    private static (string, string)[] Filled(CompiledPageActionDescriptor page, HandlerMethodDescriptor handler) =>
    [
        .. page.BoundProperties.Select(p => (p.Name, p.ParameterType)).Concat(handler.Parameters.Select(p => (p.Name, p.ParameterType))).DistinctBy(p => p.Name)
            .Select(p => (p.Name, Value(Nullable.GetUnderlyingType(p.ParameterType) ?? p.ParameterType))),
    ];

    private static string Value(Type type) =>
        type == typeof(bool) ? "true" : type == typeof(Guid) ? $"{StableId.From($"staff/{Reader}")}" : type == typeof(DateOnly) ? "2007-05-01" : type.IsEnum ? Enum.GetNames(type)[0] : type.IsPrimitive ? "0" : "Words that fit";

    private IReadOnlyList<Guid> Ids => field ??= hub.In((_, db) => IdsAsync(db)).GetAwaiter().GetResult();

    // Of comments several, for they stand differently; none that is the reader's own.
    private static async Task<IReadOnlyList<Guid>> IdsAsync(HubDb db)
    {
        List<Guid> ids = [.. ((string[])["comment/le-1", "responses.question/hr-q-criteria", "responses.digest/hr-digest-one", "responses.theme/hr-bonus", "hr-april-2007"]).Select(StableId.From)];
        foreach (var table in db.Model.GetEntityTypes().Where(e => e.FindPrimaryKey()?.Properties is [{ Name: "Id", ClrType: var type }] && type == typeof(Guid) && !e.IsOwned()).Select(e => e.GetTableName()).OfType<string>().Distinct().Order())
        {
            var order = table is "conversation_comments" ? """ORDER BY "Standing", "Id" LIMIT 6""" : """ORDER BY "Id" LIMIT 1""";
#pragma warning disable EF1002 // the names of the hub's own tables
            ids.AddRange(await db.Database.SqlQueryRaw<Guid>($"""SELECT "Id" AS "Value" FROM "{table}" {order}""").ToListAsync());
#pragma warning restore EF1002
        }

        var mine = (Guid?)StableId.From($"staff/{Reader}");
        var own = await db.Database.SqlQuery<Guid>($"""SELECT "Id" AS "Value" FROM conversation_comments WHERE "Author" = {mine}""").ToListAsync();
        return [.. ids.Except(own).Distinct()];
    }

    private Task<int> HideAsync() => hub.In(async (_, db) =>
    {
        var (comment, question, host) = (StableId.From("comment/le-1"), StableId.From("responses.question/hr-q-criteria"), StableId.From("staff/head-of-hr"));
        await db.Database.ExecuteSqlAsync($"""UPDATE conversation_comments SET "Standing" = 'Waiting', "Text" = 'secret-waiting', "Html" = '<p>secret-waiting</p>' WHERE "Id" = {comment}""");
        await db.Database.ExecuteSqlAsync($"""UPDATE conversation_comments SET "Text" = 'secret-declined', "Html" = '<p>secret-declined</p>' WHERE "Standing" = 'Declined'""");
        await db.Database.ExecuteSqlAsync($"""UPDATE blogging_posts SET "Title" = 'secret-draft', "PublishAt" = NULL, "Day" = NULL WHERE "Slug" = 'ten-days-rounded-up'""");
        await db.Database.ExecuteSqlAsync($"""UPDATE responses_answers SET "PublishedAt" = NULL, "Text" = 'secret-answer' WHERE "QuestionId" = {question}""");
        return await db.Database.ExecuteSqlAsync($"""INSERT INTO responses_question_notes ("Id", "Question", "Text", "By", "At", "Version") VALUES ({Guid.NewGuid()}, {question}, 'secret-note', {host}, {0L}, 0)""");
    });

    private async Task<IReadOnlyList<CompiledPageActionDescriptor>> PagesAsync()
    {
        List<CompiledPageActionDescriptor> pages = [];
        foreach (var endpoint in hub.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).DistinctBy(e => e.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath))
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page && page.AttributeRouteInfo?.Template?.Contains("demonstration", StringComparison.Ordinal) == false)
            {
                pages.Add(await hub.Services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata));
            }
        }

        // Where somebody signs in and out, the walk would end.
        return [.. pages.Where(p => !p.AttributeRouteInfo!.Template!.StartsWith("account", StringComparison.Ordinal))];
    }
}
