// Each work item has a parameter object of its own, or the object is filled again when the thread that had it has ended.
namespace AnOrderForEachSafe;

public sealed class PrintOrder
{
    public string Sheet = "";
    public int Copies;
}

public sealed class PrintShop(Action<string, int> press)
{
    public void PrintAtOnce(string[] sheets)
    {
        for (int i = 0; i < sheets.Length; i++)
        {
            var order = new PrintOrder();
            order.Sheet = sheets[i];
            order.Copies = sheets[i].Length;
            ThreadPool.QueueUserWorkItem(Press, order);
        }
    }

    public void PrintInTurn(string[] sheets)
    {
        var order = new PrintOrder();
        foreach (var sheet in sheets)
        {
            order.Sheet = sheet;
            order.Copies = sheet.Length;
            var thread = new Thread(Press);
            thread.Start(order);
            thread.Join();
        }
    }

    private void Press(object? state)
    {
        var order = (PrintOrder)state!;
        press(order.Sheet, order.Copies);
    }
}
