// Merge sort: the halves do not overlap, and each level waits for both.
namespace Cases.S132;

public static class MergeSort
{
    public static void Sort(int[] data) => Sort(data, new int[data.Length], 0, data.Length);

    private static void Sort(int[] data, int[] scratch, int from, int to)
    {
        if (to - from < 2)
        {
            return;
        }

        int middle = (from + to) / 2;
        Parallel.Invoke(
            () => Sort(data, scratch, from, middle),
            () => Sort(data, scratch, middle, to));
        int left = from, right = middle;
        for (int i = from; i < to; i++)
        {
            scratch[i] = left < middle && (right >= to || data[left] <= data[right]) ? data[left++] : data[right++];
        }

        Array.Copy(scratch, from, data, from, to - from);
    }
}
