using System.Net;
using EngagementHub.Blogging;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Blogging;

/// <summary>What is left when a period ends, and who is told.</summary>
public sealed class HandoverTests : HandoverCase
{
    [Fact]
    public async Task At_the_end_of_a_period_the_note_is_made_from_the_record_and_those_concerned_are_told()
    {
        await After(27);
        Assert.DoesNotContain("Made from the record", (await (await Hub.As("sam")).Open(Period)).Text, StringComparison.Ordinal);

        await After(28);

        var note = (await (await Hub.As("sam")).Open(Period)).Document.QuerySelector("#handover")!.TextContent;
        Assert.Contains("Made from the record on Saturday 28 April 2007", note, StringComparison.Ordinal);
        Assert.Contains("Questions left open (1)", note, StringComparison.Ordinal);
        Assert.Contains("With Grace Green at the end of the period, due by Friday 4 May 2007. Now: Not answered yet.", note, StringComparison.Ordinal);
        Assert.Contains("With Priya Patel at the end of the period, due by Friday 25 May 2007. Now: Open.", note, StringComparison.Ordinal);
        Assert.DoesNotContain("When will pay be settled?", note, StringComparison.Ordinal);
        Assert.DoesNotContain("I read every comment", note, StringComparison.Ordinal);
        Assert.Contains("The pay round", note, StringComparison.Ordinal);
        Assert.Contains("Your handover note is made", await Told("priya"), StringComparison.Ordinal);
        Assert.Contains("What Priya Patel leaves to you", await Told("tom"), StringComparison.Ordinal);
        Assert.Contains("What Priya Patel leaves to you", await Told("office"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task However_often_the_job_runs_there_is_one_note_and_one_notice_and_what_turns_up_later_is_added()
    {
        await After(28);
        await After(28);
        await After(30);
        Assert.Equal(2, await Hub.In((_, db) => db.HandoverLines.CountAsync()));
        Assert.Single((await (await Hub.As("tom")).Open("/notifications")).Document.QuerySelectorAll("main a"), a => a.TextContent.Contains("leaves to you", StringComparison.Ordinal));

        await Hub.ApplyRecipe($$"""{ "name": "later", "steps": [ { "name": "Questions", "Questions": [ { "Key": "third", "Theme": "pay", "Wording": "Who decides?", "Comments": [ "c-3" ], "AskedBy": "priya", "AskedAt": "2007-05-01T09:00:00Z" } ] } ] }""");
        await After(2, month: 5);

        Assert.Equal(3, await Hub.In((_, db) => db.HandoverLines.CountAsync()));
        Assert.Contains("nobody yet", (await (await Hub.As("sam")).Open(Period)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_period_runs_the_host_sees_what_would_be_left_and_adds_a_few_words()
    {
        var host = await Hub.As("priya");
        var page = await host.Open($"{Period}/handover");
        Assert.Contains("If the period ended today, this would be left open", page.Text, StringComparison.Ordinal);
        Assert.Contains(Question, page.Text, StringComparison.Ordinal);

        await page.Submit("main form#words", ("Words", "Ask **Grace** first."));
        await After(28);

        Assert.Equal("Grace", (await (await Hub.As("sam")).Open(Period)).Document.QuerySelector("#handover .hub-prose strong")!.TextContent);
        (await (await Hub.As("sam")).Open($"{Period}/handover")).MustBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Words_are_added_until_the_period_has_wound_down_and_no_longer()
    {
        await After(14, month: 5);
        (await (await (await Hub.As("priya")).Open($"{Period}/handover")).Submit("main form#words", ("Words", "Good luck."))).MustBe(HttpStatusCode.OK);

        await After(15, month: 5);
        var late = await (await Hub.As("priya")).Post($"{Period}/handover?handler=Words", ("Words", "Too late"));

        late.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Good luck.", (await (await Hub.As("sam")).Open(Period)).Text, StringComparison.Ordinal);
    }
}
