using EngagementHub.Conversation.Comments;

namespace EngagementHub.Tests.Conversation;

public sealed class ReceiptCodeTests
{
    private static readonly Guid Here = Guid.NewGuid();

    [Fact]
    public void A_code_is_read_however_it_was_copied()
    {
        var code = ReceiptCode.Of(ReceiptCode.NewKey(), Here, "anonymous", "text");
        var copied = $" {code.ToString().ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal).Replace('0', 'o').Replace('1', 'l')} ";

        Assert.Equal(code, ReceiptCode.Read(copied));
    }

    [Fact]
    public void The_same_form_with_the_same_text_gives_the_same_code_and_any_other_another()
    {
        var key = ReceiptCode.NewKey();

        Assert.Equal(ReceiptCode.Of(key, Here, "anonymous", "text"), ReceiptCode.Of(key, Here, "anonymous", "text"));
        Assert.NotEqual(ReceiptCode.Of(key, Here, "anonymous", "text"), ReceiptCode.Of(key, Here, "anonymous", "other text"));
        Assert.NotEqual(ReceiptCode.Of(key, Here, "anonymous", "text"), ReceiptCode.Of(key, Here, "named", "text"));
        Assert.NotEqual(ReceiptCode.Of(key, Here, "anonymous", "text"), ReceiptCode.Of(ReceiptCode.NewKey(), Here, "anonymous", "text"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("7K3F-9QZ2")]
    [InlineData("UUUU-UUUU-UUUU-UUUU-UUUU-UUUU-UU")]
    public void What_is_no_code_is_not_read_as_one(string? typed) => Assert.Null(ReceiptCode.Read(typed));
}
