namespace Blind.C1219;

public static class Baggage
{
    private static readonly AsyncLocal<Dictionary<string, string>?> Ambient = new(); // expect: RACE?

    public static void Set(string key, string value)
    {
        var items = Ambient.Value ??= new Dictionary<string, string>(); // expect: RACE?
        items[key] = value; // expect: RACE
    }

    public static string? Get(string key) => Ambient.Value?.GetValueOrDefault(key); // expect: RACE?
}

public sealed class OrderWorkflow
{
    public async Task<string> RunAsync(int order)
    {
        Baggage.Set("order", order.ToString());
        var steps = await Task.WhenAll(
            Task.Run(() => StepAsync("stock")),
            Task.Run(() => StepAsync("payment")),
            Task.Run(() => StepAsync("label")));
        return string.Join(',', steps);
    }

    private static async Task<string> StepAsync(string name)
    {
        Baggage.Set("step", name);
        await Task.Delay(5);
        Baggage.Set(name, "done");
        return Baggage.Get("order") + "/" + Baggage.Get("step");
    }
}

public static class Program
{
    public static async Task Main()
    {
        Console.WriteLine(await new OrderWorkflow().RunAsync(17));
    }
}
