using EngagementHub.Conversation;

namespace EngagementHub.Responses.Boards;

/// <summary>The theme boards of whoever asks: the conversations with comments that this person may sort, newest first.</summary>
internal sealed class BoardList(IResponseScopes scopes, ScopeDesk desk, BoardShelf boards, IConversation conversation)
{
    private const int PageSize = 20;
    // Home is looked at often; who hosts or runs the newest conversations finds older ones in the list.
    private const int LookedAtForHome = 2;

    /// <summary>A page of them, and whether older ones follow.</summary>
    public async Task<(IReadOnlyList<ListedBoard> Boards, bool HasOlder)> OfAsync(int page, CancellationToken cancellation)
    {
        var found = await SortableAsync(await scopes.AllAsync(cancellation), page * PageSize + 1, cancellation);
        List<ListedBoard> listed = [];
        foreach (var scope in found.Skip((page - 1) * PageSize).Take(PageSize))
        {
            var board = await boards.OfAsync(scope, cancellation);
            listed.Add(new(scope, board.Comments.Count, board.ToSort.Count));
        }

        return (listed, found.Count > page * PageSize);
    }

    /// <summary>How many comments of the newest conversations the person has still to sort; nothing for who may sort none of them.</summary>
    public async Task<int?> ToSortAtHomeAsync(IReadOnlyList<ResponseScope> all, CancellationToken cancellation)
    {
        var newest = await SortableAsync([.. all.Take(LookedAtForHome)], LookedAtForHome, cancellation);
        var toSort = 0;
        foreach (var scope in newest)
        {
            toSort += (await boards.OfAsync(scope, cancellation)).ToSort.Count;
        }

        return newest.Count == 0 ? null : toSort;
    }

    private async Task<List<ResponseScope>> SortableAsync(IReadOnlyList<ResponseScope> all, int most, CancellationToken cancellation)
    {
        List<ResponseScope> sortable = [];
        if (!desk.IsSomebody)
        {
            return sortable;
        }

        var said = await conversation.CountsAsync(all.SelectMany(s => s.Discussions), cancellation);
        foreach (var scope in all.Where(s => s.Discussions.Any(d => said.GetValueOrDefault(d) is { } counts && counts.Published + counts.Waiting > 0)))
        {
            if (sortable.Count < most && await desk.MaySortAsync(scope.Subject))
            {
                sortable.Add(scope);
            }
        }

        return sortable;
    }
}

/// <summary>A board as it is listed.</summary>
internal sealed record ListedBoard(ResponseScope Scope, int Received, int ToSort)
{
    public string Url => BoardLink.Of(Scope.Subject);
}
