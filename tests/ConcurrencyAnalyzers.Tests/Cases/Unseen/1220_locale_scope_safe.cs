using System.Collections.Immutable;

namespace Blind.C1220;

public static class FlowItems
{
    private static readonly AsyncLocal<ImmutableDictionary<string, string>?> Ambient = new();

    [ThreadStatic]
    private static System.Text.StringBuilder? t_builder;

    public static void Set(string key, string value)
    {
        var items = Ambient.Value ?? ImmutableDictionary<string, string>.Empty;
        Ambient.Value = items.SetItem(key, value);
    }

    public static string? Get(string key) => Ambient.Value?.GetValueOrDefault(key);

    public static string Format()
    {
        var builder = t_builder ??= new System.Text.StringBuilder();
        builder.Clear();
        foreach (var (key, value) in Ambient.Value ?? ImmutableDictionary<string, string>.Empty)
        {
            builder.Append(key).Append('=').Append(value).Append(';');
        }

        return builder.ToString();
    }
}

public sealed class ClaimWorkflow
{
    public async Task<string> RunAsync(int claim)
    {
        FlowItems.Set("claim", claim.ToString());
        var steps = await Task.WhenAll(
            Task.Run(() => StepAsync("assess")),
            Task.Run(() => StepAsync("pay")),
            Task.Run(() => StepAsync("archive")));
        return string.Join(',', steps);
    }

    private static async Task<string> StepAsync(string name)
    {
        FlowItems.Set("step", name);
        await Task.Delay(5);
        FlowItems.Set(name, "done");
        return FlowItems.Get("claim") + "/" + FlowItems.Format();
    }
}

public static class Program
{
    public static async Task Main()
    {
        Console.WriteLine(await new ClaimWorkflow().RunAsync(17));
    }
}
