using System.Net;

namespace EngagementHub.Tests.ServiceLevels;

/// <summary>The pages that say what is promised: in words, in fields, and by dated cut-offs.</summary>
public sealed class DefinePagesTests(ServiceLevelsHub hub) : IClassFixture<ServiceLevelsHub>, IAsyncLifetime
{
    private const string PayDays = "2007-05-10 12:00 = 2007-05-25\n2007-06-11 12:00 = 2007-06-29";

    public async ValueTask InitializeAsync() => await hub.Tell2007();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Words_fill_the_fields_and_what_is_defined_says_the_same()
    {
        var form = await (await hub.As("sid")).Open("/service-levels/define?service=pay");
        var read = await form.Client.Post("/service-levels/define?handler=read", ("Service", "pay"), ("Name", "Slips sent"), ("Words", "95 per cent within 5 working days from 1 May 2007"));

        read.MustBe(HttpStatusCode.OK);
        Assert.Contains("Understood as 95% within 5 working days from 1 May 2007", read.Text, StringComparison.Ordinal);
        Assert.Equal("5", read.Document.QuerySelector("input[name=Within]")!.GetAttribute("value"));
        Assert.Equal("95", read.Document.QuerySelector("input[name=Target]")!.GetAttribute("value"));
        Assert.Equal("Slips sent", read.Document.QuerySelector("input[name=Name]")!.GetAttribute("value"));
        var defined = await read.Submit();
        defined.MustBe(HttpStatusCode.OK);
        Assert.Contains("95% within 5 working days from 1 May 2007", defined.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("90% within 5 working days from 1 May 2007", "The words say \"90% within 5 working days from 1 May 2007\" and the fields say \"95% within 5 working days from 1 May 2007\"")]
    [InlineData("as soon as we can", "The words cannot be read as a promise")]
    [InlineData("95% within 5 working days from 31 April 2007", "\"31 April 2007\" is not a day")]
    [InlineData("95% within 5 working days from 1/5/07", "\"1/5/07\" is not a day")]
    [InlineData("95% within 99999999999 working days from 1 May 2007", "The words cannot be read as a promise")]
    [InlineData("1234567890123456789012345678901234567890% within 5 working days from 1 May 2007", "The words cannot be read as a promise")]
    public async Task Words_that_say_something_else_than_the_fields_are_refused_and_kept(string words, string sentence)
    {
        var form = await (await hub.As("sid")).Open("/service-levels/define?service=pay");
        var refused = await form.Submit(("Name", "Slips"), ("Words", words), ("Measure", "WithinWorkingDays"), ("Within", "5"), ("Target", "95"), ("From.Day", "1"), ("From.Month", "5"), ("From.Year", "2007"), ("Calendar", "department"));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.StartsWith(sentence, Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(words, refused.Document.QuerySelector("input[name=Words]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Cut_offs_are_added_by_those_who_keep_every_service_and_a_promise_goes_by_them()
    {
        var ada = await hub.As("admin");
        var added = await (await ada.Open("/service-levels/cut-offs")).Submit(("Name", "Pay days"), ("Turns", PayDays));
        added.MustBe(HttpStatusCode.OK);
        Assert.Contains("Thursday 10 May 2007, 12:00 Friday 25 May 2007, 23:59", added.Text.Replace("12:00Friday", "12:00 Friday", StringComparison.Ordinal), StringComparison.Ordinal);

        var again = await (await ada.Open("/service-levels/cut-offs")).Submit(("Name", "pay days"), ("Turns", PayDays));
        Assert.Contains("\"Pay days\" has 2 dates now", again.Body.Replace("&quot;", "\"", StringComparison.Ordinal), StringComparison.Ordinal);

        var sid = await hub.As("sid");
        var defined = await (await sid.Open("/service-levels/define?service=pay")).Submit(("Name", "In the next pay"), ("Measure", "InTimeForCutOff"), ("Target", "99"), ("From.Day", "1"), ("From.Month", "5"), ("From.Year", "2007"), ("Calendar", "department"), ("CutOffs", "pay-days"));
        Assert.Contains("99% in time for the next cut-off from 1 May 2007", defined.Text, StringComparison.Ordinal);
        (await sid.Post("/service-levels/cut-offs", ("Name", "Pay days"), ("Turns", "2007-07-10 12:00 = 2007-07-27"))).MustBe(HttpStatusCode.Forbidden);
        (await (await hub.As("tom")).Open("/service-levels/cut-offs")).MustBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("31/02/2007 12:00 = 2007-03-01", "Write \"31/02/2007 12:00 = 2007-03-01\" as the cut-off and the day it is for")]
    [InlineData("2007-08-10 12:00 = 2007-08-01", "The cut-off 2007-08-10 12:00 = 2007-08-01 23:59 must come before its day")]
    [InlineData("2007-08-10 12:00 = 2007-08-20\n2007-08-11 12:00 = 2007-08-20", "The cut-off 2007-08-11 12:00 = 2007-08-20 23:59 must come before its day, and each cut-off and each day stands once")]
    [InlineData("", "Enter at least one cut-off and its date")]
    public async Task Cut_offs_that_cannot_be_are_refused_and_what_was_typed_stays(string turns, string sentence)
    {
        var refused = await (await (await hub.As("admin")).Open("/service-levels/cut-offs")).Submit(("Name", "Other days"), ("Turns", turns));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.StartsWith(sentence, Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(turns, refused.Document.QuerySelector("textarea[name=Turns]")!.TextContent.Trim().ReplaceLineEndings("\n"));
    }
}
