using EngagementHub.Conversation.Comments;

namespace EngagementHub.Tests.Conversation;

public sealed class DeliveryIdsTests
{
    private static readonly Draft Typed = new("Thank you", new Signature(People.Tom, "Tom", "Officer"));

    [Fact]
    public void Many_comments_of_one_delivery_lie_side_by_side_and_tell_no_order()
    {
        var ids = Of(200);

        Assert.Equal(200, ids.Distinct().Count());
        Assert.Single(ids.Select(FirstHalf).Distinct());
        Assert.NotEqual(ids.Order(), ids);
        Assert.All(ids, id => Assert.Equal((4, true), (id.Version, id.Variant is >= 8 and <= 11)));
    }

    [Fact]
    public void Two_deliveries_have_nothing_in_common() => Assert.Empty(Of(20).Select(FirstHalf).Intersect(Of(20).Select(FirstHalf)));

    [Fact]
    public void Few_comments_that_came_at_the_same_moment_do_not_show_it() => Assert.Equal(DeliveryIds.Fewest - 1, Of(DeliveryIds.Fewest - 1).Select(FirstHalf).Distinct().Count());

    [Fact]
    public void An_anonymous_comment_has_nothing_in_common_with_those_that_came_with_it()
    {
        var delivery = new DeliveryIds(50);
        var named = FirstHalf(delivery.Given(Typed).Id!.Value);

        Assert.DoesNotContain(named, Enumerable.Range(0, 49).Select(_ => FirstHalf(delivery.Given(Typed with { By = null }).Id!.Value)));
    }

    [Fact]
    public void A_draft_that_has_an_identifier_keeps_it()
    {
        var id = Guid.NewGuid();

        Assert.Equal(id, new DeliveryIds(50).Given(Typed with { Id = id }).Id);
    }

    private static List<Guid> Of(int letters)
    {
        var delivery = new DeliveryIds(letters);
        return [.. Enumerable.Range(0, letters).Select(_ => delivery.Given(Typed).Id!.Value)];
    }

    private static string FirstHalf(Guid id) => $"{id:N}"[..16];
}
