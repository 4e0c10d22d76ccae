using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace EngagementHub.Core.Ui;

/// <summary>Reads what is ticked in a check group. With nothing ticked it stays silent, so that Required names the right field.</summary>
internal sealed class ChosenBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(List<string>) ? new ChosenBinder() : null;

    private sealed class ChosenBinder : IModelBinder
    {
        public Task BindModelAsync(ModelBindingContext bindingContext)
        {
            var given = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
            if (given != ValueProviderResult.None)
            {
                bindingContext.ModelState.SetModelValue(bindingContext.ModelName, given);
                bindingContext.Result = ModelBindingResult.Success(given.Values.OfType<string>().Where(value => value.Length > 0).ToList());
            }

            return Task.CompletedTask;
        }
    }
}
