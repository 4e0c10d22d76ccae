using System.Net;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Conversation;

/// <summary>A struck word is looked for in every table of the database, so that a surface added later is looked at too.</summary>
public sealed class RedactionEverywhereTests(ConversationFixture hub) : IClassFixture<ConversationFixture>
{
    private const string Struck = "Zebedee Quill";

    [Fact]
    public async Task Struck_words_are_gone_from_page_notices_waiting_mail_reasons_and_every_table()
    {
        var on = await hub.Open();
        await ConversationFixture.Write(await hub.As("tom"), on, $"Ask {Struck} about it");
        var id = Assert.Single(await hub.Received(on)).Id;
        var (mina, noah) = (await hub.As("mina"), await hub.As("noah"));
        await (await mina.Open($"/moderation/{id}/ask")).Submit(("Colleague", $"{People.Noah}"), ("Words", $"Do you know {Struck}?"));
        await (await noah.Open($"/moderation/{id}/decline")).Submit(("Clause", "1"), ("Reason", $"It names {Struck}"), ("Suggestion", $"Without {Struck}"));
        await hub.TellWriters();
        await (await (await hub.As("tom")).Open($"/comments/appeal?id={id}")).Submit(("Words", $"{Struck} does not mind"));
        Assert.NotEmpty(await TablesWith(Struck));

        await (await mina.Open($"/moderation/{id}/redact")).Submit(("Words", Struck), ("Clause", "1"), ("Reason", "name"));

        Assert.Empty(await TablesWith(Struck));
        foreach (var (person, url) in ((string, string)[])[("tom", "/comments/mine"), ("tom", "/notifications"), ("tom", $"/comments/write?on={on}&from={id}"), ("mina", "/moderation/log"), ("mina", $"/moderation/{id}/history"), ("noah", "/notifications")])
        {
            var page = await (await hub.As(person)).Open(url);
            page.MustBe(HttpStatusCode.OK);
            Assert.DoesNotContain(Struck, page.Body, StringComparison.Ordinal);
        }
    }

    private Task<List<string>> TablesWith(string words) => hub.In(async (_, db) =>
    {
        List<string> found = [];
        await db.Database.OpenConnectionAsync();
        foreach (var entity in db.Model.GetEntityTypes().Where(t => t.GetTableName() is not null && !t.IsMappedToJson()))
        {
            foreach (var column in entity.GetProperties().Where(p => p.GetColumnType().StartsWith("text", StringComparison.OrdinalIgnoreCase) || p.GetColumnType().StartsWith("character", StringComparison.OrdinalIgnoreCase)))
            {
                await using var command = db.Database.GetDbConnection().CreateCommand();
                command.CommandText = $"SELECT COUNT(*) FROM \"{entity.GetTableName()}\" WHERE CAST(\"{column.GetColumnName()}\" AS TEXT) LIKE '%{words}%'";
                if (Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture) > 0)
                {
                    found.Add($"{entity.GetTableName()}.{column.GetColumnName()}");
                }
            }
        }

        return found;
    });
}
