using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace EngagementHub.Core.Ui;

/// <summary>Reads a day from three fields, or from one written 2007-03-27, as in a link.</summary>
internal sealed class DateFieldBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        ArgumentNullException.ThrowIfNull(bindingContext);
        if (bindingContext.ValueProvider.ContainsPrefix($"{bindingContext.ModelName}.{DatePart.Day}"))
        {
            BindParts(bindingContext);
        }
        else
        {
            BindOne(bindingContext);
        }

        return Task.CompletedTask;
    }

    private static void BindParts(ModelBindingContext context)
    {
        foreach (var part in Enum.GetValues<DatePart>())
        {
            var key = $"{context.ModelName}.{part}";
            context.ModelState.SetModelValue(key, context.ValueProvider.GetValue(key));
            context.ModelState.MarkFieldSkipped(key);
        }

        Settle(context, TypedDate.In(context.ModelState, context.ModelName)!);
    }

    private static void BindOne(ModelBindingContext context)
    {
        var given = context.ValueProvider.GetValue(context.ModelName);
        if (given == ValueProviderResult.None)
        {
            return;
        }

        context.ModelState.SetModelValue(context.ModelName, given);
        var parts = (given.FirstValue ?? "").Trim().Split('-');
        Settle(context, parts is [var year, var month, var day] ? new(day, month, year) : new("", "", parts[0]));
    }

    private static void Settle(ModelBindingContext context, TypedDate typed)
    {
        var problem = typed.Problem(Capital(NameOf(context.ModelMetadata))) ?? Unanswered(context.ModelMetadata, typed);
        if (problem is null)
        {
            context.Result = ModelBindingResult.Success(typed.Date);
            return;
        }

        context.ModelState.TryAddModelError(context.ModelName, problem);
        context.Result = ModelBindingResult.Failed();
    }

    private static string? Unanswered(ModelMetadata metadata, TypedDate typed) =>
        typed.IsBlank && !metadata.IsReferenceOrNullableType ? $"Enter the {NameOf(metadata).ToLowerInvariant()}" : null;

    // The name stands at the beginning of the sentence, however the page wrote it.
    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static string NameOf(ModelMetadata metadata) =>
        metadata.DisplayName ?? FieldName.InWords(metadata.PropertyName ?? metadata.ParameterName ?? "Date");
}
