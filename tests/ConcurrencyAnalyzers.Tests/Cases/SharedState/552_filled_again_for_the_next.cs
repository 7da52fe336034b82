// One object serves as the parameter of every work item: it is filled for the next while the last one reads it.
namespace FilledAgainForTheNext;

public sealed class PrintOrder
{
    public string Sheet = "";
    public int Copies;
}

public static class PrintShop
{
    public static void Print(string[] sheets, Action<string, int> press)
    {
        var order = new PrintOrder();
        for (int i = 0; i < sheets.Length; i++)
        {
            order.Sheet = sheets[i]; // expect: RACE#1
            order.Copies = sheets[i].Length; // expect: RACE#1
            ThreadPool.QueueUserWorkItem(
                state =>
                {
                    var ordered = (PrintOrder)state!;
                    press(ordered.Sheet, ordered.Copies); // expect: RACE#1
                },
                order);
        }
    }
}
