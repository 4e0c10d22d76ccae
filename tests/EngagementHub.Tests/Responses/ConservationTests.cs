using EngagementHub.Conversation;
using EngagementHub.Responses.Boards;
using EngagementHub.Responses.Digests;
using EngagementHub.Responses.Themes;

namespace EngagementHub.Tests.Responses;

/// <summary>Whatever people do in whatever order, each comment stays in exactly one place.</summary>
public sealed class ConservationTests
{
    private static readonly DateTimeOffset Now = new(2007, 4, 21, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void No_sequence_of_acts_loses_a_comment_or_counts_one_twice()
    {
        foreach (var seed in Enumerable.Range(1, 300))
        {
            var play = new Play(new Random(seed));
            for (var act = 0; act < 60; act++)
            {
                play.Act();
                Check(play.Board, seed);
            }
        }
    }

    private static void Check(Board board, int seed)
    {
        var places = board.Themes.Sum(t => board.CountedIn(t.Id)) + Enum.GetValues<Disposition>().Where(d => d != Disposition.InTheme).Sum(board.CountOf) + board.ToSort.Count;
        Assert.True(places == board.Comments.Count, $"seed {seed}: {board.Sum.InWords()}");
        Assert.True(board.Sum.Holds, $"seed {seed}: {board.Sum.InWords()}");
        Assert.True(board.SumForReaders().Holds, $"seed {seed}: {board.SumForReaders().InWords()}");
        Assert.All(board.Themes, t => Assert.False(board.ShowsCount(t.Id) && board.CountedIn(t.Id) is 1 or 2));
        var shown = board.Themes.Where(t => board.ShowsCount(t.Id)).Sum(t => board.CountedIn(t.Id));
        var hidden = board.Themes.Where(t => !board.ShowsCount(t.Id)).Sum(t => board.CountedIn(t.Id));
        Assert.False(shown > 0 && hidden > 0 && board.Comments.Count - shown < Theme.FewestToCount, $"seed {seed}: what is left of {board.SumForReaders().InWords()} points at a person");
    }

    private sealed class Play(Random random)
    {
        private readonly List<Theme> _themes = [];
        private readonly List<ReceivedComment> _received = [];
        private readonly Dictionary<Guid, Sorting> _sortings = [];
        private HashSet<Guid>? _digested;

        public Board Board => Board.Of(_themes, _received, _sortings.Values, _digested);

        public void Act()
        {
            Action[] acts = [Receive, Receive, Moderate, Redact, MakeTheme, Rename, Reorder, Merge, Split, SortIntoThemes, SortIntoThemes, SetAside, TakeBack, Publish];
            acts[random.Next(acts.Length)]();
        }

        private void Receive() => _received.Add(Comments.Received(_received.Count + 1, random.Next(4) == 0 ? CommentStanding.Waiting : CommentStanding.Published));

        private void Moderate()
        {
            if (_received.Count > 0)
            {
                var at = random.Next(_received.Count);
                _received[at] = _received[at] with { Standing = (CommentStanding)random.Next(5) };
            }
        }

        private void Redact()
        {
            if (_received.Count > 0)
            {
                var at = random.Next(_received.Count);
                _received[at] = _received[at] with { Html = "<p>[redacted]</p>", Text = "[redacted]" };
            }
        }

        private void Reorder()
        {
            if (_themes.Count > 0)
            {
                _themes[random.Next(_themes.Count)].StandAt(random.Next(9), People.Priya, Now);
            }
        }

        private void Merge()
        {
            if (_themes.Count < 2)
            {
                return;
            }

            var (from, into) = (_themes[random.Next(_themes.Count)], _themes[random.Next(_themes.Count)]);
            if (from == into)
            {
                Assert.Throws<BrokenRuleException>(() => from.MergeInto(into, People.Priya, Now));
                return;
            }

            from.MergeInto(into, People.Priya, Now);
            foreach (var sorting in _sortings.Values)
            {
                sorting.Follow(from, into, People.Priya, Now);
            }

            _themes.Remove(from);
        }

        private void Split()
        {
            if (_themes.Count > 0)
            {
                var theme = _themes[random.Next(_themes.Count)];
                var part = theme.Split($"Part {_themes.Count}", People.Priya, Now);
                _themes.Add(part);
                foreach (var sorting in _sortings.Values.Where(_ => random.Next(2) == 0))
                {
                    sorting.Follow(theme, part, People.Priya, Now);
                }
            }
        }

        // Back to those to sort, or to a place it had before.
        private void TakeBack()
        {
            if (_sortings.Count == 0)
            {
                return;
            }

            var sorting = _sortings.Values.ElementAt(random.Next(_sortings.Count));
            var before = sorting.Place!;
            sorting.IsNotAQuestion(People.Priya, Now);
            if (random.Next(2) == 0)
            {
                sorting.Restore(before, People.Priya, Now);
                Assert.Equal(before.ToString(), sorting.Place!.ToString());
            }
            else
            {
                sorting.TakeBack(People.Priya, Now);
                _sortings.Remove(sorting.Comment);
            }
        }

        private void MakeTheme() => _themes.Add(Theme.Make(Comments.Period, $"Theme {_themes.Count}", _themes.Count, (People.Priya, Now)));

        private void Rename()
        {
            if (_themes.Count > 0)
            {
                _themes[random.Next(_themes.Count)].Rename($"Renamed {random.Next(9)}", People.Priya, Now);
            }
        }

        private void SortIntoThemes()
        {
            if (_themes.Count > 0 && Any() is { } sorting)
            {
                sorting.Into([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => _themes[random.Next(_themes.Count)])], People.Priya, Now);
            }
        }

        private void SetAside()
        {
            Action<Sorting>[] ways = [s => s.IsNotAQuestion(People.Priya, Now), s => s.Redirect("the helpdesk", People.Priya, Now), s => s.StaysOutstanding(People.Priya, Now)];
            if (Any() is { } sorting)
            {
                ways[random.Next(ways.Length)](sorting);
            }
        }

        private void Publish()
        {
            var digest = Digest.Begin(Comments.Period, People.Priya);
            digest.Compose("What you asked", "All of it", roundUp: false);
            if (Board is { IsSorted: true, Comments.Count: > 0 } complete)
            {
                digest.Publish(complete, (Comments.Post, "/blog"), People.Priya, Now);
                _digested = [.. digest.Entries.Select(e => e.Comment)];
                Assert.Equal(complete.Comments.Count, _digested.Count);
            }
            else
            {
                Assert.Throws<BrokenRuleException>(() => digest.Publish(Board, (Comments.Post, "/blog"), People.Priya, Now));
            }
        }

        private Sorting? Any()
        {
            var open = _received.Where(c => c.Standing == CommentStanding.Published).ToList();
            if (open.Count == 0)
            {
                return null;
            }

            var comment = open[random.Next(open.Count)].Id;
            return _sortings.TryGetValue(comment, out var sorting) ? sorting : _sortings[comment] = Sorting.Of(Comments.Period, comment);
        }
    }
}
