using Threads;

var isSumRight = Summing.Run();

var store = new SlowStore();
await Save(store, "all is well");
var report = store.Load();
Console.WriteLine($"the saved report: '{report}'");

Printing.Run();

return isSumRight && report == "all is well" ? 0 : 1;

static async Task Save(IStore store, string report)
{
    await store.SaveAsync(report);
}
