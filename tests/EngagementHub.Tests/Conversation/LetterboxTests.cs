using EngagementHub.Conversation;
using EngagementHub.Conversation.Comments;
using EngagementHub.Conversation.Concealment;
using EngagementHub.Conversation.Discussions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Conversation;

public sealed class LetterboxTests(ConversationFixture hub) : IClassFixture<ConversationFixture>
{
    [Fact]
    public async Task Comments_sent_at_once_are_numbered_without_gaps()
    {
        var on = await hub.Open();
        var id = await IdOf(on);

        var sent = await Task.WhenAll(Enumerable.Range(1, 200).Select(i => Letterbox.ReceiveAsync(id, Named($"Comment {i}"))));

        Assert.Equal(Enumerable.Range(1, 200), sent.Select(c => c.Number).Order());
        Assert.Equal(Enumerable.Range(1, 200), (await hub.Received(on)).Select(c => c.Number));
    }

    [Fact]
    public async Task A_comment_sent_many_times_at_once_is_one_comment()
    {
        var on = await hub.Open();
        var (id, receipt) = (await IdOf(on), Guid.NewGuid().ToString("N"));

        var sent = await Task.WhenAll(Enumerable.Range(1, 50).Select(_ => Letterbox.ReceiveAsync(id, Named("Once") with { Id = Guid.NewGuid(), Receipt = receipt })));

        Assert.Single(sent.Select(c => c.Id).Distinct());
        Assert.Single(await hub.Received(on));
    }

    [Fact]
    public async Task One_that_is_refused_takes_no_number_and_does_not_stop_those_beside_it()
    {
        hub.Clock.Now = Talk.Now;
        var (open, shut) = (await hub.Open(), await hub.Open());
        var (openId, shutId) = (await IdOf(open), await IdOf(shut));
        await Halt(shutId);

        var answers = Enumerable.Range(1, 60).Select(i => Letterbox.ReceiveAsync(i % 3 == 0 ? shutId : openId, Named($"Comment {i}"))).ToList();
        await Task.WhenAll(answers.Select(a => a.ContinueWith(_ => { }, TaskScheduler.Default)));

        Assert.Equal(20, answers.Count(a => a.Exception?.InnerException is BrokenRuleException broken && broken.Message.Contains("is halted", StringComparison.Ordinal)));
        Assert.Equal(Enumerable.Range(1, 40), (await hub.Received(open)).Select(c => c.Number));
        Assert.Empty(await hub.Received(shut));
    }

    [Fact]
    public async Task One_that_cannot_be_saved_is_told_so_and_its_neighbours_are_kept()
    {
        var on = await hub.Open();
        var (id, taken) = (await IdOf(on), Known(Named("First")));
        await Letterbox.ReceiveAsync(id, taken, TestContext.Current.CancellationToken);

        // The same identifier again, under no receipt: the database refuses the row.
        var answers = Enumerable.Range(1, 20).Select(i => Letterbox.ReceiveAsync(id, i == 10 ? taken with { Receipt = null } : Named($"Neighbour {i}"))).ToList();
        await Task.WhenAll(answers.Select(a => a.ContinueWith(_ => { }, TaskScheduler.Default)));

        Assert.IsAssignableFrom<DbUpdateException>(Assert.Single(answers, a => a.IsFaulted).Exception!.InnerException);
        Assert.Equal(Enumerable.Range(1, 20), (await hub.Received(on)).Select(c => c.Number));
    }

    [Fact]
    public async Task A_halt_in_the_middle_of_a_burst_is_known_to_the_next_delivery()
    {
        hub.Clock.Now = Talk.Now;
        var (halted, other) = (await hub.Open(), await hub.Open());
        var (haltedId, otherId) = (await IdOf(halted), await IdOf(other));
        using var over = new CancellationTokenSource();
        var burst = Enumerable.Range(0, 8).Select(_ => KeepSending([haltedId, otherId], over.Token)).ToList();
        await Letterbox.ReceiveAsync(haltedId, Named("Before"), TestContext.Current.CancellationToken);

        await Halt(haltedId);
        var refused = await Record.ExceptionAsync(() => Letterbox.ReceiveAsync(haltedId, Named("After"), TestContext.Current.CancellationToken));
        await Letterbox.ReceiveAsync(otherId, Named("Elsewhere"), TestContext.Current.CancellationToken);
        await over.CancelAsync();
        var sent = (await Task.WhenAll(burst)).Sum();

        Assert.Contains("is halted", Assert.IsType<BrokenRuleException>(refused).Message, StringComparison.Ordinal);
        var kept = (Halted: (await hub.Received(halted)).Select(c => c.Number).ToList(), Other: (await hub.Received(other)).Select(c => c.Number).ToList());
        Assert.Equal(sent + 2, kept.Halted.Count + kept.Other.Count);
        Assert.Equal(Enumerable.Range(1, kept.Halted.Count), kept.Halted);
        Assert.Equal(Enumerable.Range(1, kept.Other.Count), kept.Other);
    }

    [Fact]
    public async Task Terms_that_were_read_before_the_first_comment_came_take_nothing_away_from_its_writer()
    {
        var on = await hub.Open();

        var late = await Record.ExceptionAsync(() => hub.In(async (_, db) =>
        {
            var discussion = await db.Discussions.SingleAsync(d => d.On == on);
            await Letterbox.ReceiveAsync(discussion.Id, new Draft("In confidence", null, Receipt: Guid.NewGuid().ToString("N")));
            discussion.Change(Talk.Terms with { Anonymity = Anonymity.Named });
            return discussion;
        }));

        Assert.IsType<DbUpdateConcurrencyException>(late);
        Assert.Equal(Anonymity.NotRecorded, (await Place(on)).Anonymity);
    }

    [Theory]
    [InlineData(Anonymity.KeptTogether)]
    [InlineData(Anonymity.NameWithheld)]
    public async Task Of_twenty_at_once_with_one_bad_each_has_the_voice_and_the_seal_of_its_own_writer(Anonymity level)
    {
        hub.Clock.Now = Talk.Now;
        var discussion = await Place(await hub.Open(level));
        var (desk, sealer, box) = (Service<DraftDesk>(), Service<Sealer>(), Letterbox);
        StaffId[] people = [People.Tom, People.Sam, People.Grace];
        List<(StaffId Writer, Draft Draft)> drafts = [.. Enumerable.Range(0, 20).Select(i => (people[i % 3], Known(desk.Hidden($"Comment {i}", people[i % 3], discussion, null, ReceiptCode.Of($"{Guid.NewGuid():N}", discussion.Id, "hidden", $"{i}"), Talk.Now))))];
        // The identifier of another one, under a receipt of its own: the database refuses the row.
        drafts[10] = (drafts[10].Writer, drafts[10].Draft with { Id = drafts[9].Draft.Id });

        var answers = drafts.ConvertAll(d => box.ReceiveAsync(discussion.Id, d.Draft));
        await Task.WhenAll(answers.Select(a => a.ContinueWith(_ => { }, TaskScheduler.Default)));

        Assert.Equal(1, answers.Count(a => a.IsFaulted));
        var kept = drafts.Where((_, i) => answers[i].IsCompletedSuccessfully).ToDictionary(d => d.Draft.Id!.Value, d => d.Writer);
        var (comments, seals) = await hub.In(async (_, db) => (await db.Comments.AsNoTracking().Where(c => c.DiscussionId == discussion.Id).OrderBy(c => c.Number).ToListAsync(), await db.Seals.AsNoTracking().Where(s => kept.Keys.Contains(s.CommentId)).ToListAsync()));
        Assert.Equal(Enumerable.Range(1, 19), comments.Select(c => c.Number));
        Assert.All(comments, c => Assert.Null(c.Author));
        if (level == Anonymity.NameWithheld)
        {
            Assert.Equal(kept.OrderBy(k => k.Key), seals.Select(s => KeyValuePair.Create(s.CommentId, sealer.Open(s))).OrderBy(k => k.Key));
        }
        else
        {
            Assert.Equal(3, comments.GroupBy(c => kept[c.Id]).Select(g => Assert.Single(g.Select(c => c.Voice).Distinct())).Distinct().Count());
            Assert.Equal([1, 2, 3], comments.Select(c => c.Voice).Distinct().Order().Cast<int>());
        }
    }

    private static Draft Known(Draft draft) => draft with { Id = draft.Id ?? Guid.NewGuid() };

    // One after another, as many as are taken, until it is over.
    private Task<int> KeepSending(Guid[] places, CancellationToken over) => Task.Run(async () =>
    {
        var taken = 0;
        for (var i = 0; !over.IsCancellationRequested; i++)
        {
            taken += await Record.ExceptionAsync(() => Letterbox.ReceiveAsync(places[i % 2], Named($"Burst {i}"))) is null ? 1 : 0;
        }

        return taken;
    });

    private Task<Discussion> Place(SubjectRef on) => hub.In((_, db) => db.Discussions.AsNoTracking().SingleAsync(d => d.On == on));

    private T Service<T>()
        where T : notnull => hub.Services.CreateScope().ServiceProvider.GetRequiredService<T>();

    private Letterbox Letterbox => hub.Services.GetRequiredService<Letterbox>();

    private static Draft Named(string text) => new(text, new Signature(People.Tom, "Tom Taylor", "Caseworker"), Receipt: Guid.NewGuid().ToString("N"));

    private Task<Guid> IdOf(SubjectRef on) => hub.In((_, db) => db.Discussions.Where(d => d.On == on).Select(d => d.Id).SingleAsync());

    private Task<Discussion> Halt(Guid id) => hub.In(async (_, db) =>
    {
        var discussion = await db.Discussions.SingleAsync(d => d.Id == id);
        discussion.Halt(lastDay: null);
        return discussion;
    });
}
